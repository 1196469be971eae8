package dev.accolade.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accolade.ledger.Database;
import dev.accolade.ledger.Erasure.Badges;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No statement compares each row of a table with each of another: that is quick in every test, and takes minutes where a hundred thousand people are. */
class QueriesTest {

    /** A row for each badge class or store of a target. */
    private static final Set<String> SHORT = Set.of("taken");

    @TempDir
    Path folder;

    @Test
    void nothingIsLookedUpByGoingThroughAWholeTableForEachRow() throws Exception {
        Plans plans = new Plans();
        try (World world = new World(folder)) {
            SettableClock clock = new SettableClock();
            try (Accolade accolade = world.start(clock)) {
                plans.watch(accolade.ledger().database());
                live(world, accolade, clock);
            }
        }
        assertThat(plans.seen).as("statements that were looked at").hasSizeGreaterThan(150);
        assertThat(plans.slow).isEmpty();
    }

    /** Everything that may meet many rows. */
    private static void live(World world, Accolade accolade, SettableClock clock) {
        world.enrol(accolade);
        World.sync(accolade);
        world.control("DELETE", "fas/groups/packager/members/ingrid", "");
        for (int day = 0; day < 3; day++) {
            clock.forward(Duration.ofDays(1));
            World.sync(accolade);
        }
        accolade.settings().targets().keySet().forEach(target -> accolade.verify(target, "test"));
        World.sync(accolade);
        long person = accolade.ledger().people().find("fedora:omar").get(0);
        accolade.forgetting().ask(person, Badges.KEEP, "Ada");
        clock.forward(Duration.ofDays(400));
        accolade.ledger().pruning().prune();
        accolade.ledger().database().inspect();
    }

    /** How SQLite goes about each statement, asked on the connection that ran it. */
    private static final class Plans implements SqlLogger {

        final Set<String> seen = ConcurrentHashMap.newKeySet();
        final Map<String, Set<String>> slow = new TreeMap<>();

        void watch(Database database) throws ReflectiveOperationException {
            for (String name : Set.of("writer", "reader")) {
                Field field = Database.class.getDeclaredField(name);
                field.setAccessible(true);
                ((Jdbi) field.get(database)).getConfig(SqlStatements.class).setSqlLogger(this);
            }
        }

        @Override
        public void logAfterExecution(StatementContext context) {
            String sql = context.getParsedSql().getSql().replaceAll("\\s+", " ").strip();
            if (sql.matches("(?i)(select|with|insert|update|delete) .*") && seen.add(sql.replaceAll("(\\?,)+", ""))) {
                explain(context.getConnection(), sql);
            }
        }

        private void explain(Connection connection, String sql) {
            try (PreparedStatement statement = connection.prepareStatement("explain query plan " + sql); ResultSet steps = statement.executeQuery()) {
                Set<Integer> begun = new HashSet<>();
                Map<Integer, String> words = new HashMap<>();
                while (steps.next()) {
                    String step = steps.getString("detail");
                    int within = steps.getInt("parent");
                    words.put(steps.getInt("id"), step);
                    boolean loop = step.startsWith("SCAN ") || step.startsWith("SEARCH ");
                    boolean inner = loop && !begun.add(within) || words.getOrDefault(within, "").startsWith("CORRELATED");
                    if (inner && step.startsWith("SCAN ") && !step.contains("VIRTUAL TABLE") && !SHORT.contains(step.split(" ")[1])) {
                        note(sql, step);
                    }
                }
            } catch (SQLException unreadable) {
                note(sql, unreadable.getMessage());
            }
        }

        private synchronized void note(String sql, String step) {
            slow.computeIfAbsent(sql, any -> new TreeSet<>()).add(step);
        }
    }
}
