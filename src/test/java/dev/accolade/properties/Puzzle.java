package dev.accolade.properties;

import dev.accolade.model.Entitlement;
import dev.accolade.model.Member;
import dev.accolade.model.MemberKey;
import dev.accolade.model.Person;
import dev.accolade.model.Scope;
import dev.accolade.model.ScopeKey;
import dev.accolade.plan.TargetObjects;
import dev.accolade.rules.Award;
import dev.accolade.rules.Knowledge;
import dev.accolade.rules.KnownNames;
import dev.accolade.rules.RuleBook;
import dev.accolade.rules.RuleFile;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * One person, some rules, and what is known of four groups: {@code a} and {@code b} of fedora, {@code c} and {@code d} of reef.
 *
 * @param rules  as texts, in the order of the file
 * @param held   groups the person is in
 * @param known  groups of which a complete read lists everybody
 * @param absent groups that are not there
 * @param bot    whether fedora calls the person's account a bot's
 */
record Puzzle(List<String> rules, Set<String> held, Set<String> known, Set<String> absent, Optional<String> email, boolean bot) implements Knowledge, TargetObjects {

    private static final List<String> GROUPS = List.of("a", "b", "c", "d");
    private static final KnownNames NAMES = new KnownNames(Map.of("fedora", "fas", "reef", "cave"), Map.of("badges", "badgr", "lrs", "learning-locker"));

    static Arbitrary<Puzzle> any() {
        Arbitrary<Set<String>> groups = Arbitraries.of(GROUPS).set();
        Arbitrary<Set<String>> most = Arbitraries.of(GROUPS).set().ofMinSize(2);
        Arbitrary<Set<String>> few = Arbitraries.of(GROUPS).set().ofMaxSize(1);
        return Combinators.combine(rule().list().ofMaxSize(6), groups, most, few, Arbitraries.just("ann@example.org").optional(0.7), Arbitraries.of(true, false, false))
                .as((rules, held, known, absent, email, bot) -> new Puzzle(numbered(rules), held, known, absent, email, bot));
    }

    private static Arbitrary<String> rule() {
        Arbitrary<String> group = Arbitraries.of(GROUPS);
        Arbitrary<String> award = Arbitraries.of("award: {target: badges, issuer: I, badge: X}", "award: {target: badges, issuer: I, badge: Y}",
                "award: {target: badges, issuer: I, badge: X, expires: P10D}", "award: {target: badges, issuer: I, badge: Y, expires: P10D, renew: P2D}", client("statements/write"),
                client("statements/read/mine, profile"), client("all"));
        Arbitrary<String> leave = Arbitraries.of("", "{do: keep}", "{do: TAKE}", "{do: TAKE, after: P1D}", "{do: TAKE, after: P3D}");
        Arbitrary<String> exceptions = Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(5, Arbitraries.just("")), net.jqwik.api.Tuple.of(3, group.map(Puzzle::condition)),
                net.jqwik.api.Tuple.of(2, group.map(one -> "[" + condition(one) + ", {source: fedora, status: bot}]")));
        return Combinators.combine(group, exceptions, award, leave).as((when, except, what, onLeave) -> "when: " + condition(when)
                + (except.isEmpty() ? "" : ", except: " + except) + ", " + what
                + (onLeave.isEmpty() ? "" : ", on-leave: " + onLeave.replace("TAKE", what.startsWith("award") ? "revoke" : "disable")));
    }

    private static String client(String scopes) {
        return "authorize: {target: lrs, store: S, authority: {mbox: \"mailto:ann@example.org\"}, scopes: [" + scopes + "]}";
    }

    private static String condition(String group) {
        return "{source: " + source(group) + ", group: " + group + "}";
    }

    private static List<String> numbered(List<String> rules) {
        return java.util.stream.IntStream.range(0, rules.size()).mapToObj(i -> "{id: r" + i + ", " + rules.get(i) + "}").toList();
    }

    static String source(String group) {
        return group.compareTo("c") < 0 ? "fedora" : "reef";
    }

    Puzzle withRules(List<String> others) {
        return new Puzzle(others, held, known, absent, email, bot);
    }

    Puzzle withKnown(Set<String> others) {
        return new Puzzle(rules, held, others, absent, email, bot);
    }

    RuleBook book() {
        return RuleFile.parse("rules.yaml", "version: 1\nrules:" + (rules.isEmpty() ? " []" : "\n  - " + String.join("\n  - ", rules)) + "\n", NAMES);
    }

    Person person() {
        List<Member> members = List.of("fedora", "reef").stream().map(source -> new Member(new MemberKey(source, "1"), "ann", email, Optional.empty(),
                bot && source.equals("fedora") ? "bot" : "active")).toList();
        List<Entitlement> entitlements = held.stream().map(group -> new Entitlement(new MemberKey(source(group), "1"), new ScopeKey(source(group), group),
                source(group).equals("fedora") ? "user" : "member", Instant.EPOCH)).collect(Collectors.toList());
        return new Person(1, members, entitlements, Set.of());
    }

    @Override
    public Optional<Scope> scope(String source, String nameOrId) {
        return absent.contains(nameOrId) ? Optional.empty() : Optional.of(new Scope(new ScopeKey(source, nameOrId), nameOrId));
    }

    @Override
    public boolean listsEverybody(String source, Optional<Scope> scope) {
        return scope.map(Scope::name).filter(known::contains).isPresent();
    }

    @Override
    public boolean listsPeople(String source) {
        return known.contains(source.equals("fedora") ? "a" : "c");
    }

    @Override
    public Optional<String> id(Award award) {
        return Optional.of("id of " + award.objectName());
    }
}
