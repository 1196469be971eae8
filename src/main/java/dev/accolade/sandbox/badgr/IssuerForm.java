package dev.accolade.sandbox.badgr;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accolade.sandbox.badgr.Fields.Need;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The body of a request that makes or changes an issuer. */
final class IssuerForm {

    private final World world;
    private final Fields fields;
    private final Optional<String> name;
    private final Optional<String> email;
    private final Optional<String> url;
    private final Optional<String> description;
    private final Optional<Picture> picture;
    private final Optional<Map<String, Role>> staff;

    IssuerForm(World world, JsonNode data) {
        this.world = world;
        this.fields = new Fields(data);
        this.name = fields.untagged("name", Need.REQUIRED, 1024);
        this.email = fields.email("email", Need.REQUIRED);
        this.url = fields.url("url", Need.REQUIRED);
        this.description = fields.untagged("description", Need.OPTIONAL, 16_384);
        this.picture = fields.picture("image", "issuers/issuer_logo");
        this.staff = Nested.list(fields, "staff", this::member).map(IssuerForm::roles);
        domain();
        fields.extensions();
    }

    private Map.Entry<String, Role> member(Fields member) {
        Optional<String> user = member.text("user", Need.REQUIRED, 1024);
        if (user.isPresent() && world.accounts.byId(user.get()).isEmpty()) {
            member.unknownEntity("user", user.get());
        }
        Optional<String> role = member.choice("role", Need.REQUIRED, List.of("owner", "editor", "staff"));
        return Map.entry(user.orElse(""), role.flatMap(Role::of).orElse(Role.STAFF));
    }

    private static Map<String, Role> roles(List<Map.Entry<String, Role>> members) {
        Map<String, Role> roles = new LinkedHashMap<>();
        members.forEach(member -> roles.put(member.getKey(), member.getValue()));
        return roles;
    }

    private void domain() {
        Optional<String> domain = fields.text("badgrDomain", Need.NULLABLE, 1024);
        if (domain.isPresent() && !domain.get().equals(world.settings.ui())) {
            fields.wrong("badgrDomain", "Object with cors=" + domain.get() + " does not exist.");
        }
    }

    void check() {
        fields.check();
    }

    /** Valid after {@link #check}. */
    String email() {
        return email.orElseThrow();
    }

    /** A picture of null was sent, with which the server cannot update. */
    boolean withoutPicture() {
        return fields.isNull("image");
    }

    /** What was not sent stays. */
    void apply(Issuer issuer) {
        issuer.name = name.orElseThrow();
        issuer.email = email();
        issuer.url = url.orElseThrow();
        description.ifPresent(text -> issuer.description = Optional.of(text));
        picture.ifPresent(one -> issuer.picture = Optional.of(world.keep(one)));
        staff.ifPresent(listed -> replace(issuer.staff, listed));
    }

    /** Members who are not listed go, but never the last owner; roles of present members stay as they are. */
    private static void replace(Map<String, Role> present, Map<String, Role> listed) {
        listed.forEach(present::putIfAbsent);
        for (String account : List.copyOf(present.keySet())) {
            boolean owner = present.get(account) == Role.OWNER;
            boolean lastOwner = owner && present.values().stream().filter(role -> role == Role.OWNER).count() == 1;
            if (!listed.containsKey(account) && !lastOwner) {
                present.remove(account);
            }
        }
    }
}
