package dev.accolade.cli;

import dev.accolade.app.Ledger;
import dev.accolade.config.Settings;
import dev.accolade.model.Nearest;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** A command about whether a target is written to. */
abstract class TargetAction extends Action {

    @Parameters(paramLabel = "TARGET", description = "A configured target.")
    String target;

    @Mixin
    Operator operator;

    /** The ledger, made where there is none yet: a target may be paused before the first run. */
    final Ledger ledger() {
        Settings settings = settings();
        if (!settings.targets().containsKey(target)) {
            throw new WrongUse("'" + target + "' is no configured target; " + Nearest.hint(target, settings.targets().keySet()) + ".");
        }
        return new Ledger(settings, surroundings().clock());
    }
}
