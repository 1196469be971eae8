package dev.accolade.sandbox.cave;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.accolade.sandbox.Answer;
import dev.accolade.sandbox.Call;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an operator does on the admin web page; it does not renew the rights kept with tokens. */
final class Controls {

    private static final Pattern MEMBER = Pattern.compile("/groups/(\\d{1,9})/members/(\\d{1,9})");
    private static final Pattern GROUP = Pattern.compile("/groups/(\\d{1,9})");
    private static final Pattern USER = Pattern.compile("/users/(\\d{1,9})");

    private Controls() {
    }

    static Answer answer(Call call, Tables tables) {
        JsonNode body = call.json().orElse(JsonNodeFactory.instance.objectNode());
        String request = call.method() + " " + call.path();
        Matcher member = MEMBER.matcher(call.path());
        Matcher group = GROUP.matcher(call.path());
        Matcher user = USER.matcher(call.path());
        if (request.equals("GET /summary")) {
            return Replies.json(summary(tables));
        }
        if (request.equals("POST /groups")) {
            return made(body.hasNonNull("name") ? tables.addGroup(body.get("name").asText()).map(one -> one.id) : Optional.empty(),
                    "a name that no group has");
        }
        if (request.equals("POST /users")) {
            boolean whole = body.hasNonNull("name") && body.hasNonNull("email");
            return made(whole ? tables.addUser(body.get("email").asText(), body.get("name").asText(), Optional.empty()).map(one -> one.id)
                    : Optional.empty(), "a name and an e-mail that no user has");
        }
        if (member.matches()) {
            return member(call.method(), Integer.parseInt(member.group(1)), Integer.parseInt(member.group(2)), body, tables);
        }
        if (call.method().equals("DELETE") && group.matches()) {
            return deleted(tables.groups.containsKey(Integer.parseInt(group.group(1))), () -> tables.deleteGroup(Integer.parseInt(group.group(1))));
        }
        if (call.method().equals("DELETE") && user.matches()) {
            return deleted(tables.users.containsKey(Integer.parseInt(user.group(1))), () -> tables.deleteUser(Integer.parseInt(user.group(1))));
        }
        return Answer.text(404, "text/plain", "Controls: POST /groups, DELETE /groups/{id}, PUT or DELETE /groups/{id}/members/{userId}, "
                + "POST /users, DELETE /users/{id}, POST /settings, GET /summary.\n");
    }

    private static Answer member(String method, int group, int user, JsonNode body, Tables tables) {
        if (method.equals("DELETE")) {
            return tables.leave(group, user) ? Answer.empty(204) : Answer.text(404, "text/plain", "No such member.\n");
        }
        if (!method.equals("PUT") || !tables.groups.containsKey(group) || !tables.users.containsKey(user)) {
            return Answer.text(404, "text/plain", "PUT or DELETE a user and a group that exist.\n");
        }
        boolean admin = body.path("admin").asBoolean(tables.membership(group, user).orElse(false));
        tables.join(group, user, admin);
        tables.users.get(user).groups.put(group, admin);
        return Answer.empty(204);
    }

    private static Answer made(Optional<Integer> id, String wanted) {
        return id.map(one -> Replies.json(201, Map.of("id", one))).orElseGet(() -> Answer.text(400, "text/plain", "POST " + wanted + ".\n"));
    }

    private static Answer deleted(boolean exists, Runnable deletion) {
        deletion.run();
        return exists ? Answer.empty(204) : Answer.text(404, "text/plain", "Nothing has this id.\n");
    }

    private static Map<String, Object> summary(Tables tables) {
        long people = tables.people().count();
        Map<String, Object> counts = new TreeMap<>();
        counts.put("people", people);
        counts.put("serviceAccounts", tables.users.size() - people);
        counts.put("groups", tables.groups.size());
        counts.put("memberships", tables.groups.values().stream().mapToLong(group -> group.members.size()).sum());
        counts.put("datasets", tables.datasets.size());
        counts.put("tokens", tables.tokenCount());
        return counts;
    }
}
