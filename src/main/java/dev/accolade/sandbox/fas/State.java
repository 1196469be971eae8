package dev.accolade.sandbox.fas;

import java.time.Clock;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/** Everything a seed replaces at once. */
final class State {

    final Accounts accounts;
    final Visits visits;
    final Configs configs = new Configs();
    final GroupData groupData = new GroupData();
    private final AtomicReference<Settings> settings;

    State(Clock clock, Settings settings) {
        this.accounts = new Accounts(clock);
        this.visits = new Visits(clock);
        this.settings = new AtomicReference<>(settings);
    }

    Settings settings() {
        return settings.get();
    }

    void change(UnaryOperator<Settings> change) {
        settings.updateAndGet(change);
    }
}
