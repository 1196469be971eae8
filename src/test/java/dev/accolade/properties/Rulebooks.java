package dev.accolade.properties;

import dev.accolade.rules.KnownNames;
import dev.accolade.rules.RuleBook;
import dev.accolade.rules.RuleFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Rules files that differ in which rules they have and in whom one of them means. */
final class Rulebooks {

    static final List<String> BADGES = List.of("Packager", "Sponsor", "Writer", "Veteran");
    static final int ALL = 0b11111;

    private static final KnownNames NAMES = new KnownNames(Map.of(Village.FEDORA, "fas", Village.REEF, "cave"), Map.of(World.TARGET, "badgr"));
    private static final List<String> RULES = List.of(
            "{id: packager, when: {source: fedora, group: packager}, award: {target: badges, issuer: I, badge: Packager}, on-leave: {do: revoke}}",
            "{id: sponsor, when: {source: fedora, group: packager, role: [sponsor]}, award: {target: badges, issuer: I, badge: Sponsor, expires: P10D, renew: P5D}, on-leave: {do: revoke, after: P2D}}",
            "{id: diver, when: {source: reef, group: divers}, award: {target: badges, issuer: I, badge: Packager}, on-leave: {do: revoke, after: P1D}}",
            "{id: writer, when: {source: fedora, group: docs}, except: [{source: reef, group: bots}, {status: bot}], award: {target: badges, issuer: I, badge: Writer, expires: P20D}, on-leave: {do: revoke}}",
            "{id: veteran, when: {source: fedora, group: veterans}, award: {target: badges, issuer: I, badge: Veteran}, on-leave: {do: keep}}");

    private Rulebooks() {}

    /** @param present one bit a rule; with bit 5 the rule packager means sponsors alone, with bit 6 bots are excluded from all */
    static RuleBook of(int present) {
        List<String> chosen = new ArrayList<>();
        for (int i = 0; i < RULES.size(); i++) {
            if ((present >> i & 1) == 1) {
                chosen.add(i == 0 && (present >> 5 & 1) == 1 ? RULES.get(i).replace("group: packager}", "group: packager, role: [sponsor]}") : RULES.get(i));
            }
        }
        return RuleFile.parse("rules.yaml", "version: 1\n" + ((present >> 6 & 1) == 1 ? "exclude: {source: fedora, status: bot}\n" : "") + "rules:" + (chosen.isEmpty() ? " []" : "\n  - " + String.join("\n  - ", chosen)) + "\n", NAMES);
    }
}
