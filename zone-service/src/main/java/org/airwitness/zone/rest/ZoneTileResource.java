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
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
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
    return zones
        .version(agency)
        .chain(version -> {
          EntityTag tag = new EntityTag(Long.toString(version));
          Response.@Nullable ResponseBuilder unchanged = request.evaluatePreconditions(tag);
          return unchanged != null
              ? Uni.createFrom().item(tagged(unchanged, tag))
              : draw(agency, tile).map(bytes -> tagged(Response.ok(bytes, VECTOR_TILE), tag));
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
