package org.airwitness.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One PostgreSQL server, a child process on the loopback address, with the database {@value
 * #DATABASE}.
 *
 * <p>It keeps what was committed over every kind of crash: {@code fsync} and {@code
 * synchronous_commit} are on, pages have checksums. All roles sign in with scram passwords, which
 * are generated once and kept beside the cluster in {@code passwords} (mode 0600). It runs as an
 * ordinary user and as root; always use the same user for one directory.
 *
 * <p>When this process is killed the server lives on; the next {@link #start} over the same
 * directory ends it first.
 */
public final class EmbeddedPostgres implements AutoCloseable {

  /** The database in which every service has its schema. */
  public static final String DATABASE = "airwitness";

  private static final String SUPERUSER = "postgres";
  private static final Duration START_LIMIT = Duration.ofSeconds(60);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(6);
  private static final Pattern SERVICE_NAME = Pattern.compile("[a-z][a-z0-9_]{0,39}");

  private final Path directory;
  private final boolean temporary;
  private final DirectoryLock lock;
  private final ServerPrograms programs;
  private final Passwords passwords;
  private final int port;
  private @Nullable Process process;

  private EmbeddedPostgres(
      Path directory,
      boolean temporary,
      DirectoryLock lock,
      ServerPrograms programs,
      Passwords passwords,
      int port) {
    this.directory = directory;
    this.temporary = temporary;
    this.lock = lock;
    this.programs = programs;
    this.passwords = passwords;
    this.port = port;
  }

  /** Starts a server on a free port; see {@link #start(Path, int)}. */
  public static EmbeddedPostgres start(Path directory) {
    return start(directory, 0);
  }

  /**
   * Starts a server over the directory, which is made when absent, and returns when it answers.
   *
   * @param port TCP port on 127.0.0.1, or 0 for a free one
   * @throws EngineException when another process uses the directory or the server does not start
   */
  public static EmbeddedPostgres start(Path directory, int port) {
    return start(directory, port, false);
  }

  /**
   * Starts a server in a new directory which disappears with {@link #close} or with this process;
   * for tests.
   */
  public static EmbeddedPostgres startTemporary() {
    try {
      var postgres = start(Files.createTempDirectory("airwitness-postgres-"), 0, true);
      Runtime.getRuntime().addShutdownHook(new Thread(postgres::close));
      return postgres;
    } catch (IOException e) {
      throw new EngineException("Cannot make a temporary directory", e);
    }
  }

  private static EmbeddedPostgres start(Path directory, int port, boolean temporary) {
    var path = directory.toAbsolutePath();
    var lock = DirectoryLock.take(path);
    try {
      var postgres =
          new EmbeddedPostgres(
              path,
              temporary,
              lock,
              ServerPrograms.ofThisMachine(),
              new Passwords(path.resolve("passwords")),
              port == 0 ? FreePort.find() : port);
      postgres.open();
      return postgres;
    } catch (IOException | SQLException | RuntimeException e) {
      lock.close();
      throw e instanceof EngineException known
          ? known
          : new EngineException("PostgreSQL did not start over " + path, e);
    }
  }

  private void open() throws IOException, SQLException {
    endOrphan();
    if (!Files.exists(cluster().resolve("PG_VERSION"))) {
      initialise();
    }
    launch();
    createDatabase();
  }

  private Path cluster() {
    return directory.resolve("cluster");
  }

  private Path logFile() {
    return directory.resolve("postgres.log");
  }

  /** Ends a server which a killed process left behind on this cluster. */
  private void endOrphan() throws IOException {
    var orphan = Postmaster.living(cluster());
    if (orphan.isPresent()) {
      stop(orphan.get());
    }
  }

  /** Makes the cluster beside its place and renames it: a crash leaves no half of one. */
  private void initialise() throws IOException {
    var draft = directory.resolve("cluster.new");
    DirectoryTree.delete(draft);
    DirectoryTree.delete(cluster());
    var passwordFile = directory.resolve("initdb-password");
    Files.deleteIfExists(passwordFile);
    Files.createFile(
        passwordFile,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(passwordFile, passwords.of(SUPERUSER));
    run(
        "initdb",
        List.of(
            "--pgdata=" + draft,
            "--username=" + SUPERUSER,
            "--pwfile=" + passwordFile,
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--locale=C",
            "--data-checksums"));
    Files.delete(passwordFile);
    Files.move(draft, cluster());
  }

  private void run(String program, List<String> arguments) throws IOException {
    var started =
        new ProcessBuilder(programs.command(program, arguments))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(logFile().toFile()))
            .start();
    if (await(started, START_LIMIT) && started.exitValue() == 0) {
      return;
    }
    started.destroyForcibly();
    throw new EngineException(program + " failed; see " + logFile());
  }

  /**
   * Starts the server, again for a while when the files of a killed one still look taken: its
   * children need a moment to notice.
   */
  private void launch() throws IOException {
    long deadline = System.nanoTime() + START_LIMIT.toNanos();
    while (true) {
      Files.deleteIfExists(logFile());
      var started =
          new ProcessBuilder(programs.command("postgres", serverArguments()))
              .redirectErrorStream(true)
              .redirectOutput(logFile().toFile())
              .start();
      if (awaitAnswer(started, deadline)) {
        process = started;
        return;
      }
      if (System.nanoTime() > deadline || !looksTaken()) {
        started.destroyForcibly();
        throw new EngineException("PostgreSQL did not start; see " + logFile());
      }
      pause(Duration.ofMillis(300));
    }
  }

  private boolean looksTaken() throws IOException {
    var log = Files.readString(logFile());
    return log.contains("\"postmaster.pid\" already exists") || log.contains("shared memory block");
  }

  /** True when the server answers; false when it ended or the deadline passed. */
  private boolean awaitAnswer(Process started, long deadline) {
    while (started.isAlive() && System.nanoTime() < deadline) {
      try (var connection = connect("postgres")) {
        return connection.isValid(5);
      } catch (SQLException e) {
        pause(Duration.ofMillis(50));
      }
    }
    return false;
  }

  private List<String> serverArguments() {
    var arguments = new ArrayList<>(List.of("-D", cluster().toString(), "-p", "" + port));
    for (var setting :
        List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "fsync=on",
            "synchronous_commit=on",
            "full_page_writes=on",
            "password_encryption=scram-sha-256",
            "max_connections=80",
            "shared_buffers=64MB",
            "max_wal_size=512MB",
            "jit=off",
            "log_min_messages=warning",
            "log_line_prefix=%m [%p] %u ",
            "log_timezone=UTC",
            "timezone=UTC")) {
      arguments.add("-c");
      arguments.add(setting);
    }
    return arguments;
  }

  private void createDatabase() throws SQLException {
    try (var connection = connect("postgres")) {
      if (!exists(connection, "select 1 from pg_database where datname = ?", DATABASE)) {
        execute(connection, "create database " + DATABASE);
      }
    }
    try (var connection = superuser()) {
      execute(connection, "revoke all on schema public from public");
    }
  }

  /** The TCP port of the server on 127.0.0.1. */
  public int port() {
    return port;
  }

  /** The process id of the server's main process. */
  public long pid() {
    return running().pid();
  }

  /** Whether the server's main process lives. */
  public boolean isAlive() {
    return process != null && process.isAlive();
  }

  /**
   * Starts the server again after its main process died; does nothing while it lives. The port
   * stays the same.
   *
   * @throws EngineException when it does not start
   */
  public synchronized void restartIfDead() {
    if (isAlive()) {
      return;
    }
    try {
      launch();
    } catch (IOException e) {
      throw new EngineException("PostgreSQL did not start again", e);
    }
  }

  /**
   * A connection to {@value #DATABASE} as the superuser, who sees every row of every agency: for
   * operation and for checks in tests, never for a service.
   */
  public Connection superuser() throws SQLException {
    return connect(DATABASE);
  }

  private Connection connect(String database) throws SQLException {
    try {
      return DriverManager.getConnection(
          "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?connectTimeout=5",
          SUPERUSER,
          passwords.of(SUPERUSER));
    } catch (IOException e) {
      throw new EngineException("Cannot read the passwords of " + directory, e);
    }
  }

  /**
   * Makes what a service needs, or completes what is missing: the schema {@code name}, its owner
   * {@code name_owner} for migrations, and {@code name_app} for the service's work. Passwords stay
   * the same over restarts.
   *
   * <p>The application role gets nothing on the tables by itself: a default grant would also reach
   * partitions, where the policies of their parent do not hold. Migrations grant.
   *
   * @param name lower-case letters, digits and underscores, at most 40
   */
  public ServiceDatabase provisionService(String name) {
    if (!SERVICE_NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("Not a service name: " + name);
    }
    try (var connection = superuser()) {
      var owner = name + "_owner";
      var app = name + "_app";
      var service =
          new ServiceDatabase(name, port, app, passwords.of(app), owner, passwords.of(owner));
      connection.setAutoCommit(false);
      role(connection, owner, service.ownerPassword(), name);
      role(connection, app, service.appPassword(), name);
      limitWaits(connection, app);
      execute(connection, "create schema if not exists %s authorization %s".formatted(name, owner));
      execute(connection, "grant usage on schema %s to %s".formatted(name, app));
      connection.commit();
      return service;
    } catch (SQLException | IOException e) {
      throw new EngineException("Cannot prepare the schema " + name, e);
    }
  }

  private static void role(Connection connection, String role, String password, String schema)
      throws SQLException {
    if (!exists(connection, "select 1 from pg_roles where rolname = ?", role)) {
      execute(connection, "create role " + role);
    }
    execute(
        connection,
        ("alter role %s with login nosuperuser nobypassrls nocreatedb nocreaterole noreplication"
                + " password '%s'")
            .formatted(role, password));
    execute(connection, "alter role %s set search_path = %s".formatted(role, schema));
    execute(connection, "alter role %s set timezone = 'UTC'".formatted(role));
  }

  private static void limitWaits(Connection connection, String role) throws SQLException {
    for (var limit :
        List.of(
            "statement_timeout = '10s'",
            "lock_timeout = '2s'",
            "idle_in_transaction_session_timeout = '60s'")) {
      execute(connection, "alter role %s set %s".formatted(role, limit));
    }
  }

  private static boolean exists(Connection connection, String query, String name)
      throws SQLException {
    try (var statement = connection.prepareStatement(query)) {
      statement.setString(1, name);
      return statement.executeQuery().next();
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Ends the server; open connections are cut, committed work is kept. */
  @Override
  public synchronized void close() {
    var running = process;
    if (running == null) {
      return;
    }
    process = null;
    try (lock) {
      stop(running.toHandle());
      if (temporary) {
        DirectoryTree.delete(directory);
      }
    } catch (IOException e) {
      throw new EngineException("Cannot end PostgreSQL over " + directory, e);
    }
  }

  /** SIGINT is PostgreSQL's fast shutdown; if that takes too long, recovery does the rest. */
  private static void stop(ProcessHandle server) throws IOException {
    new ProcessBuilder("kill", "-INT", Long.toString(server.pid())).start();
    if (!awaitEnd(server, STOP_LIMIT)) {
      server.destroyForcibly();
      awaitEnd(server, STOP_LIMIT);
    }
  }

  private Process running() {
    if (process == null) {
      throw new IllegalStateException("PostgreSQL over " + directory + " is closed");
    }
    return process;
  }

  private static boolean awaitEnd(ProcessHandle handle, Duration limit) {
    long deadline = System.nanoTime() + limit.toNanos();
    while (handle.isAlive() && System.nanoTime() < deadline) {
      pause(Duration.ofMillis(20));
    }
    return !handle.isAlive();
  }

  private static boolean await(Process child, Duration limit) {
    try {
      return child.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static void pause(Duration duration) {
    try {
      Thread.sleep(duration);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EngineException("Interrupted while waiting for PostgreSQL", e);
    }
  }
}
