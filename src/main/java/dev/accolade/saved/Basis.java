package dev.accolade.saved;

import dev.accolade.ledger.KeptChange;
import dev.accolade.ledger.Link;
import dev.accolade.model.ChangeKind;
import dev.accolade.rules.Rule;
import dev.accolade.rules.RuleBook;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a change was computed from, as a digest: member, grant and rule. It is salted by the ledger, because what goes into it can be guessed.
 *
 * <p>What only says how far a change is on its way, such as its state, is not in it.
 */
public final class Basis {

    private final byte[] salt;
    private final Map<String, Rule> rules;

    /** @param book the rules in force */
    public Basis(byte[] salt, RuleBook book) {
        this.salt = salt.clone();
        this.rules = book.byId();
    }

    /** In hexadecimal. */
    public String of(KeptChange change) {
        List<String> fields = new ArrayList<>(Arrays.asList(change.key().target(), change.key().objectId(), Long.toString(change.key().person()),
                Integer.toString(change.generation()), change.kind().name(), change.desired()));
        add(fields, change.evidence());
        add(fields, change.earnedBy());
        inForce(change).forEach((id, condition) -> fields.addAll(Arrays.asList(id, condition.orElse(null))));
        return HexFormat.of().formatHex(Link.of(salt, fields, new byte[0]));
    }

    /** Ids of the rules it was planned for, to what they say now; empty for a rule that is gone. */
    public Map<String, Optional<String>> inForce(KeptChange change) {
        Map<String, Optional<String>> now = new LinkedHashMap<>();
        new TreeMap<>(change.earnedBy()).keySet().forEach(id -> now.put(id, Optional.ofNullable(rules.get(id)).map(rule -> text(rule, change.kind()))));
        return now;
    }

    /** When and after how long something is taken away concerns removals alone. */
    private static String text(Rule rule, ChangeKind kind) {
        return rule.condition() + (kind == ChangeKind.REVOKE ? ", then " + rule.onLeave().action().name().toLowerCase(java.util.Locale.ROOT) + " after " + rule.onLeave().after() : "");
    }

    private static void add(List<String> fields, Map<String, String> texts) {
        fields.add(Integer.toString(texts.size()));
        new TreeMap<>(texts).forEach((name, value) -> fields.addAll(List.of(name, value)));
    }
}
