package dev.accolade.crash;

import com.zaxxer.hikari.HikariDataSource;
import dev.accolade.ledger.Database;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatements;

/** Springs the trap between the statements that a ledger writes with. */
final class WatchedLedger {

    private static final Pattern CLAIM = Pattern.compile("update change set state = 'CLAIMED'");
    private static final Pattern SETTLE = Pattern.compile("update change set state = \\?, outcome =");
    private static final Pattern SEAL = Pattern.compile("update snapshot set state = 'COMPLETE'");

    private final Trap trap;

    private WatchedLedger(Trap trap) {
        this.trap = trap;
    }

    /** From now on all writes of the ledger are watched. */
    static void watch(Database database, Trap trap) throws ReflectiveOperationException {
        DataSource source = (DataSource) field("writing").get(database);
        WatchedLedger watch = new WatchedLedger(trap);
        Jdbi jdbi = Jdbi.create(() -> watch.connection(source.getConnection()));
        jdbi.getConfig(SqlStatements.class).setUnusedBindingAllowed(true);
        field("writer").set(database, jdbi);
    }

    /** Makes or migrates a ledger as it does when it is opened, and watches that too. */
    static void migrate(Path file, Trap trap) throws ReflectiveOperationException {
        WatchedLedger watch = new WatchedLedger(trap);
        Constructor<?> ledgerFile = Class.forName("dev.accolade.ledger.LedgerFile").getDeclaredConstructor(Path.class);
        Method writing = ledgerFile.getDeclaringClass().getDeclaredMethod("writing");
        Method migrate = Database.class.getDeclaredMethod("migrate", HikariDataSource.class);
        ledgerFile.setAccessible(true);
        writing.setAccessible(true);
        migrate.setAccessible(true);
        try (HikariDataSource real = (HikariDataSource) writing.invoke(ledgerFile.newInstance(file))) {
            migrate.invoke(null, watch.source(real));
        }
    }

    private HikariDataSource source(HikariDataSource real) {
        return new HikariDataSource() {
            @Override
            public Connection getConnection() throws SQLException {
                return connection(real.getConnection());
            }
        };
    }

    private static Field field(String name) throws NoSuchFieldException {
        Field field = Database.class.getDeclaredField(name);
        field.setAccessible(true);
        return field;
    }

    private Connection connection(Connection real) {
        Transaction transaction = new Transaction();
        return proxy(Connection.class, real, (method, arguments) -> {
            if (method.getName().equals("commit")) {
                transaction.commits();
            }
            Object result = call(real, method, arguments);
            return switch (method.getName()) {
                case "prepareStatement" -> statement(PreparedStatement.class, (PreparedStatement) result, (String) arguments[0], transaction);
                case "createStatement" -> statement(Statement.class, (Statement) result, "", transaction);
                default -> result;
            };
        });
    }

    private <T extends Statement> T statement(Class<T> type, T real, String sql, Transaction transaction) {
        return proxy(type, real, (method, arguments) -> {
            if (method.getName().startsWith("execute")) {
                transaction.writes(sql);
            }
            return call(real, method, arguments);
        });
    }

    /** What one connection has written since its last commit. */
    private final class Transaction {

        private boolean seals;
        private boolean settles;

        void writes(String sql) {
            if (CLAIM.matcher(sql).find()) {
                trap.reached(Step.BEFORE_INTENT);
            }
            seals |= SEAL.matcher(sql).find();
            settles |= SETTLE.matcher(sql).find();
            inRun();
        }

        void commits() {
            if (settles) {
                trap.isReaching(Step.COMMIT);
            }
            inRun();
            seals = false;
            settles = false;
        }

        private void inRun() {
            if (trap.place().equals(Trap.STARTING)) {
                trap.reached(Step.MIGRATION);
            } else if (trap.place().equals(Trap.PULLING)) {
                trap.reached(seals ? Step.SEAL : Step.PULL);
            } else if (trap.place().equals(Trap.PLANNING)) {
                trap.reached(Step.PLAN);
            }
        }
    }

    private interface Work {
        Object on(Method method, Object[] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, T real, Work work) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader() == null ? WatchedLedger.class.getClassLoader() : type.getClassLoader(), new Class<?>[] {type},
                (self, method, arguments) -> method.getDeclaringClass() == Object.class ? call(real, method, arguments) : work.on(method, arguments)));
    }

    private static Object call(Object real, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }
}
