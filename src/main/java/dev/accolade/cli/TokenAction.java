package dev.accolade.cli;

import dev.accolade.app.Accolade;
import dev.accolade.config.Service;
import dev.accolade.config.Settings;
import dev.accolade.model.Nearest;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine.Parameters;

/** A command about what one source or target is logged in with. */
abstract class TokenAction extends Action {

    @Parameters(paramLabel = "NAME", description = "A configured source or target.")
    String name;

    /** @throws WrongUse when nothing of this name is configured */
    final Service service(Settings settings) {
        return Optional.ofNullable(settings.sources().get(name)).or(() -> Optional.ofNullable(settings.targets().get(name))).orElseThrow(() -> {
            Set<String> known = new TreeSet<>(settings.sources().keySet());
            known.addAll(settings.targets().keySet());
            return new WrongUse("'" + name + "' is no configured source or target; " + Nearest.hint(name, known) + ".");
        });
    }

    /** The sealed token of an enrolled account. */
    final String tokenOf(Accolade accolade, Optional<String> username) {
        String account = username.orElseThrow(() -> new WrongUse(name + " has a token for each account. Say whose, with --username."));
        return accolade.accounts().idOf(name, account).flatMap(id -> accolade.accounts().open(name, id)).map(open -> open.token()).orElseThrow(() -> new WrongUse(
                "This account is not enrolled in " + name + ". Enrol it with: accolade token login " + name + " --username EMAIL"));
    }
}
