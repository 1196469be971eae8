package dev.accolade.sandbox.fasjson;

import dev.accolade.sandbox.Call;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One request of somebody known.
 *
 * @param principal who asks
 * @param turn      number of this request, for lists that begin elsewhere each time
 */
record Visit(Call call, String principal, Directory directory, Settings settings, int turn) {

    private static final List<String> LINK_OF_USER = List.of("username", "uri");
    private static final List<String> LINK_OF_TEAM = List.of("groupname", "uri");

    /** The caller's user name; a service has none. */
    Optional<String> username() {
        return Optional.of(principal.replaceFirst("@.*", "")).filter(name -> !name.contains("/"));
    }

    private Optional<String> asked() {
        return call.header("X-Fields");
    }

    /** Everything of a person that the mask leaves, and that the person lets others see. */
    Map<String, Object> user(Person person) {
        Mask mask = checked(Mask.of(asked(), List.of()), "username");
        boolean noticed = mask.fetches("is_private") || !settings.privacyHole;
        boolean hidden = person.isPrivate() && noticed && !username().equals(Optional.of(person.username));
        return mask.apply(allOf(person, hidden));
    }

    /** A person in the list of a group, where nobody asks what is private. */
    Map<String, Object> member(Person person) {
        return checked(Mask.of(asked(), LINK_OF_USER), "username").apply(allOf(person, false));
    }

    private Map<String, Object> allOf(Person person, boolean hidden) {
        Map<String, Object> all = new LinkedHashMap<>();
        for (UserField field : UserField.values()) {
            all.put(field.text, person.shown(field, hidden));
        }
        all.put("uri", call.base() + "/v1/users/" + person.username + "/");
        return all;
    }

    Map<String, Object> team(Team team) {
        return shown(team, List.of());
    }

    /** A group in the list of a person. */
    Map<String, Object> teamLink(Team team) {
        return shown(team, LINK_OF_TEAM);
    }

    private Map<String, Object> shown(Team team, List<String> usual) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("groupname", team.name);
        Team.FIELDS.forEach(field -> all.put(field, team.values.get(field)));
        all.put("uri", call.base() + "/v1/groups/" + team.name + "/");
        return checked(Mask.of(asked(), usual), "groupname").apply(all);
    }

    private static Mask checked(Mask mask, String key) {
        if (mask.breaks(key)) {
            throw new Refusal(Replies.failure());
        }
        return mask;
    }
}
