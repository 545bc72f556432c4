package org.airwitness.zone.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;
import org.airwitness.platform.agency.AgencyId;
import org.airwitness.platform.agency.Caller;
import org.airwitness.platform.agency.Roles;
import org.airwitness.platform.rest.ProblemException;
import org.airwitness.zone.core.MapTile;
import org.airwitness.zone.core.TileDrawing;
import org.airwitness.zone.imports.ZoneReading;
import org.airwitness.zone.store.ZoneTileStore;
import org.jspecify.annotations.Nullable;

/** The zones of the caller's agency as vector tiles for a map. */
@Path("/api/v1/zones/tiles")
public class ZoneTileResource {
  private static final String VECTOR_TILE = "application/vnd.mapbox-vector-tile";

  private final Caller caller;
  private final ZoneTileStore zones;
  private final ZoneReading work;

  ZoneTileResource(Caller caller, ZoneTileStore zones, ZoneReading work) {
    this.caller = caller;
    this.zones = zones;
    this.work = work;
  }

  /** Tells what all tiles have in common; with {@code If-None-Match} as for one tile. */
  @GET
  @Produces({MediaType.APPLICATION_JSON, "application/problem+json"})
  @RolesAllowed({Roles.VIEWER, Roles.DUTY_OFFICER, Roles.INVESTIGATOR, Roles.AGENCY_ADMIN})
  public Uni<Response> list(@Context Request request) {
    AgencyId agency = caller.agency();
    return ifChanged(
        agency,
        request,
        () ->
            zones.extent(agency).map(extent -> Response.ok(ZoneTilesView.of(extent.orElse(null)))));
  }

  /** Draws one tile; with {@code If-None-Match} only when the agency's zones have changed. */
  @GET
  @Path("/{z}/{x}/{y}.mvt")
  @Produces({VECTOR_TILE, "application/problem+json"})
  @RolesAllowed({Roles.VIEWER, Roles.DUTY_OFFICER, Roles.INVESTIGATOR, Roles.AGENCY_ADMIN})
  public Uni<Response> get(
      @PathParam("z") String z,
      @PathParam("x") String x,
      @PathParam("y") String y,
      @Context Request request) {
    MapTile tile = tile(z, x, y);
    AgencyId agency = caller.agency();
    return ifChanged(
        agency, request, () -> draw(agency, tile).map(bytes -> Response.ok(bytes, VECTOR_TILE)));
  }

  /** The answer, unless the caller has that of the same version of the agency's zones. */
  private Uni<Response> ifChanged(
      AgencyId agency, Request request, Supplier<Uni<Response.ResponseBuilder>> answer) {
    return zones
        .version(agency)
        .chain(version -> {
          EntityTag tag = new EntityTag(Long.toString(version));
          Response.@Nullable ResponseBuilder unchanged = request.evaluatePreconditions(tag);
          return unchanged != null
              ? Uni.createFrom().item(tagged(unchanged, tag))
              : answer.get().map(response -> tagged(response, tag));
        });
  }

  private Uni<byte[]> draw(AgencyId agency, MapTile tile) {
    return zones
        .list(agency, tile.extent())
        .chain(found -> work.run(() -> TileDrawing.draw(tile, found)));
  }

  private static Response tagged(Response.ResponseBuilder response, EntityTag tag) {
    CacheControl mine = new CacheControl();
    mine.setPrivate(true);
    mine.setNoCache(true);
    return response.tag(tag).cacheControl(mine).header("Vary", "Authorization").build();
  }

  private static MapTile tile(String z, String x, String y) {
    try {
      return new MapTile(Integer.parseInt(z), Integer.parseInt(x), Integer.parseInt(y));
    } catch (NumberFormatException e) {
      throw ProblemException.badRequest("tile", "A tile is z/x/y, three whole numbers");
    } catch (IllegalArgumentException e) {
      throw ProblemException.badRequest("tile", String.valueOf(e.getMessage()));
    }
  }
}
