package dev.accolade.app;

import dev.accolade.config.Settings;
import dev.accolade.rules.Identities;
import dev.accolade.rules.IdentityFile;
import java.util.function.Supplier;

/** What operators know of who is who, as last read whole. */
public final class IdentitiesInForce implements Supplier<Identities> {

    private final Identities identities;

    /** @throws dev.accolade.rules.RuleFileException when the file has mistakes */
    public IdentitiesInForce(Settings settings) {
        this.identities = IdentityFile.read(settings.resolve("accolade.identities"), RulesInForce.known(settings));
    }

    @Override
    public Identities get() {
        return identities;
    }
}
