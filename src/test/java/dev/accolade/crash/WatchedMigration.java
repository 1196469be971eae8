package dev.accolade.crash;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import org.slf4j.LoggerFactory;

/** Springs the trap between the statements of a migration: Flyway tells each of them to the log before it runs it. */
final class WatchedMigration extends AppenderBase<ILoggingEvent> {

    private static final String TELLS = "org.flywaydb.core.internal.sqlscript.DefaultSqlScriptExecutor";

    private final Trap trap;

    private WatchedMigration(Trap trap) {
        this.trap = trap;
    }

    static void watch(Trap trap) {
        Logger logger = (Logger) LoggerFactory.getLogger(TELLS);
        WatchedMigration watch = new WatchedMigration(trap);
        watch.setContext(logger.getLoggerContext());
        watch.start();
        logger.setLevel(Level.DEBUG);
        logger.setAdditive(false);
        logger.addAppender(watch);
    }

    @Override
    protected void append(ILoggingEvent told) {
        if (told.getFormattedMessage().startsWith("Executing ")) {
            trap.reached(Step.MIGRATION);
        }
    }
}
