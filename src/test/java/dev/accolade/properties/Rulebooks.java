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
    static final List<String> STORES = List.of("Academy", "Mailed");
    /** Its clients' authority is an address. */
    static final String MAILED = STORES.get(1);
    static final int ALL = 0b1111_00_11111;

    private static final KnownNames NAMES = new KnownNames(Map.of(Village.FEDORA, "fas", Village.REEF, "cave"), Map.of(BadgrTarget.NAME, "badgr", LearningLockerTarget.NAME, "learning-locker"));
    private static final List<String> RULES = List.of(
            "{id: packager, when: {source: fedora, group: packager}, award: {target: badges, issuer: I, badge: Packager}, on-leave: {do: revoke}, on-identity-change: reissue}",
            "{id: sponsor, when: {source: fedora, group: packager, role: [sponsor]}, award: {target: badges, issuer: I, badge: Sponsor, expires: P10D, renew: P5D}, on-leave: {do: revoke, after: P2D}, on-identity-change: reissue}",
            "{id: diver, when: {source: reef, group: divers}, award: {target: badges, issuer: I, badge: Packager}, on-leave: {do: revoke, after: P1D}}",
            "{id: writer, when: {source: fedora, group: docs}, except: [{source: reef, group: bots}, {status: bot}], award: {target: badges, issuer: I, badge: Writer, expires: P20D}, on-leave: {do: revoke}}",
            "{id: veteran, when: {source: fedora, group: veterans}, award: {target: badges, issuer: I, badge: Veteran}, on-leave: {do: keep}}");
    private static final String CLIENT = "target: lrs, store: Academy, title: \"${member.username}\", authority: {account: {homePage: \"" + LearningLockerTarget.HOME
            + "\", name: \"${member.username}\"}}, scopes: ";
    private static final List<String> CLIENT_RULES = List.of(
            "{id: reader, when: {source: fedora, group: packager}, authorize: {" + CLIENT + "[statements/read/mine, state]}, on-leave: {do: disable}}",
            "{id: recorder, when: {source: reef, group: divers}, authorize: {" + CLIENT + "[statements/read/mine, statements/write]}, on-leave: {do: disable, after: P1D}}",
            "{id: keeper, when: {source: fedora, group: veterans}, authorize: {" + CLIENT + "[profile]}, on-leave: {do: keep}}",
            "{id: mailed, when: {source: fedora, group: docs}, except: [{source: reef, group: bots}, {status: bot}], authorize: {target: lrs, store: Mailed, title: mailed, "
                    + "authority: {mbox: \"${person.email}\"}, scopes: [xapi/read]}, on-leave: {do: disable, after: P1D}}");

    private Rulebooks() {}

    /**
     * @param present one bit a rule about badges; with bit 5 the rule packager means sponsors alone, with bit 6 bots are excluded from all; from bit 7 on one
     *                bit a rule about clients; with bit 11 the rule reader gives less
     */
    static RuleBook of(int present) {
        List<String> chosen = new ArrayList<>();
        for (int i = 0; i < RULES.size(); i++) {
            if (has(present, i)) {
                chosen.add(i == 0 && has(present, 5) ? RULES.get(i).replace("group: packager}", "group: packager, role: [sponsor]}") : RULES.get(i));
            }
        }
        for (int i = 0; i < CLIENT_RULES.size(); i++) {
            if (has(present, 7 + i)) {
                chosen.add(i == 0 && has(present, 11) ? CLIENT_RULES.get(i).replace(", state]", "]") : CLIENT_RULES.get(i));
            }
        }
        return RuleFile.parse("rules.yaml", "version: 1\n" + (has(present, 6) ? "exclude: {source: fedora, status: bot}\n" : "") + "rules:"
                + (chosen.isEmpty() ? " []" : "\n  - " + String.join("\n  - ", chosen)) + "\n", NAMES);
    }

    private static boolean has(int present, int bit) {
        return (present >> bit & 1) == 1;
    }
}
