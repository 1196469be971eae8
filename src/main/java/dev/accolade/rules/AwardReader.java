package dev.accolade.rules;

import dev.accolade.model.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads what a rule earns. */
final class AwardReader {

    private static final List<String> CLIENT_SCOPES =
            List.of("all", "xapi/all", "xapi/read", "statements/read", "statements/read/mine", "statements/write", "state", "profile", "statements/delete");

    private final KnownNames known;
    private final BiConsumer<Node, String> report;

    AwardReader(KnownNames known, BiConsumer<Node, String> report) {
        this.known = known;
        this.report = report;
    }

    Optional<Award> badge(YamlMap map) {
        map.only("'award'", List.of("target", "issuer", "badge", "narrative", "evidence", "expires", "renew"));
        Optional<String> target = target(map, "badgr", "'award'");
        Optional<String> issuer = map.requiredText("issuer", "'award'");
        Optional<String> badge = map.requiredText("badge", "'award'");
        Optional<Template> narrative = template(map, "narrative");
        List<Template> evidence = new ArrayList<>();
        map.texts("evidence").forEach(text -> template(text.text(), text.node()).ifPresent(evidence::add));
        Optional<Expiry> expiry = new ExpiryReader(report).expiry(map);
        if (target.isEmpty() || issuer.isEmpty() || badge.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Award.Badge(target.get(), issuer.get(), badge.get(), narrative, evidence, expiry));
    }

    Optional<Award> client(YamlMap map) {
        map.only("'authorize'", List.of("target", "store", "title", "authority", "scopes"));
        Optional<String> target = target(map, "learning-locker", "'authorize'");
        Optional<String> store = map.requiredText("store", "'authorize'");
        Optional<Template> title = map.get("title").isPresent() ? template(map, "title") : Optional.of(new Template("${member.username}"));
        Optional<AuthorityTemplate> authority = map.required("authority", "'authorize'").flatMap(node -> map.map("authority")).flatMap(this::authority);
        List<String> scopes = scopes(map);
        if (target.isEmpty() || store.isEmpty() || title.isEmpty() || authority.isEmpty() || scopes.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Award.Client(target.get(), store.get(), title.get(), authority.get(), scopes));
    }

    private List<String> scopes(YamlMap map) {
        List<String> scopes = new ArrayList<>();
        map.required("scopes", "'authorize'");
        for (YamlMap.Located scope : map.texts("scopes")) {
            if (!CLIENT_SCOPES.contains(scope.text())) {
                report.accept(scope.node(), "'" + scope.text() + "' is no scope a client may hold; " + Nearest.hint(scope.text(), CLIENT_SCOPES) + ".");
            }
            scopes.add(scope.text());
        }
        return scopes;
    }

    private Optional<AuthorityTemplate> authority(YamlMap map) {
        map.only("'authority'", List.of("name", "mbox", "openid", "account"));
        long identifiers = List.of("mbox", "openid", "account").stream().filter(name -> map.get(name).isPresent()).count();
        if (identifiers != 1) {
            report.accept(map.node(), "An authority needs exactly one of 'mbox', 'openid' and 'account', but has " + identifiers + ".");
            return Optional.empty();
        }
        Optional<Template> name = template(map, "name");
        Optional<AuthorityTemplate.Identifier> mbox = template(map, "mbox").map(AuthorityTemplate.Mbox::new);
        Optional<AuthorityTemplate.Identifier> openId = template(map, "openid").map(AuthorityTemplate.OpenId::new);
        return mbox.or(() -> openId).or(() -> map.map("account").flatMap(this::account)).map(identifier -> new AuthorityTemplate(name, identifier));
    }

    private Optional<AuthorityTemplate.Identifier> account(YamlMap map) {
        map.only("'account'", List.of("homePage", "name"));
        map.required("homePage", "'account'");
        map.required("name", "'account'");
        return template(map, "homePage").flatMap(homePage -> template(map, "name").map(name -> new AuthorityTemplate.Account(homePage, name)));
    }

    private Optional<String> target(YamlMap map, String type, String what) {
        Optional<String> target = map.requiredText("target", what);
        if (target.isPresent() && !type.equals(known.targets().get(target.get()))) {
            List<String> fitting = known.targets().keySet().stream().filter(name -> type.equals(known.targets().get(name))).toList();
            report.accept(map.get("target").orElseThrow(),
                    "No target of type " + type + " is named '" + target.get() + "'; " + Nearest.hint(target.get(), fitting) + ".");
            return Optional.empty();
        }
        return target;
    }

    private Optional<Template> template(YamlMap map, String name) {
        return map.text(name).flatMap(text -> template(text, map.get(name).orElseThrow()));
    }

    private Optional<Template> template(String text, Node node) {
        List<String> unknown = Template.unknownVariables(text);
        unknown.forEach(name -> report.accept(node, "'${" + name + "}' is no variable; " + Nearest.hint(name, Template.VARIABLES) + "."));
        boolean ends = Template.everyVariableEnds(text);
        if (!ends) {
            report.accept(node, "A variable in '" + text + "' never ends; write ${name}.");
        }
        return unknown.isEmpty() && ends ? Optional.of(new Template(text)) : Optional.empty();
    }
}
