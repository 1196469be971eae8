package dev.accolade.service.fas;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** What FAS2 tells about groups. Failures as of {@link FasClient}. */
public final class FasGroups {

    private final FasCaller caller;

    FasGroups(FasCaller caller) {
        this.caller = caller;
    }

    /** As of {@link FasClient#groupData}. */
    FasCounts data(boolean forceRefresh, int chunkSize, Consumer<List<FasGroupMembers>> receiver) {
        GroupDataReader reader = new GroupDataReader(chunkSize, receiver);
        List<Map.Entry<String, String>> pairs = forceRefresh ? List.of(Map.entry("force_refresh", "True")) : List.of();
        FasQuestion question = FasQuestion.reading("/json/fas_client/group_data", pairs, Map.of("data", reader));
        if (caller.need(question).success().isEmpty()) {
            throw caller.verdict().misunderstood(question, "no word on success");
        }
        return reader.finish();
    }

    /** Empty when FAS2 knows no such group. */
    Optional<FasGroup> byName(String name) {
        return group(named(name, new GroupReader()), found -> found.name().equals(name));
    }

    /** Empty when FAS2 knows no such group. */
    Optional<FasGroup> byId(long id) {
        return group(numbered(id, new GroupReader()), found -> found.id() == id);
    }

    /** All 17 columns with {@code approved_roles} and {@code unapproved_roles}; empty when FAS2 knows no such group. */
    public Optional<FasMap<String, Object>> wholeByName(String name) {
        return whole(named(name, new FasTree()), Map.of("name", name));
    }

    /** The same by number. */
    public Optional<FasMap<String, Object>> wholeById(long id) {
        return whole(numbered(id, new FasTree()), Map.of("id", id));
    }

    /**
     * Approved members by user name, sorted by FAS2.
     *
     * @param name of a group that there is: FAS2 answers an unknown one with an empty list
     */
    public List<FasGroupMember> members(String name) {
        DumpReader reader = new DumpReader();
        // The Python client escapes the name twice; FAS2 never has a name for which that makes a difference.
        String part = FasQuestion.part("the name of the group", FasQuestion.part("the name of the group", name));
        caller.need(FasQuestion.reading("/group/dump/" + part, List.of(), Map.of("people", reader)));
        return reader.rows().stream().map(row -> new FasGroupMember(row.username(), row.roleType())).toList();
    }

    private static FasQuestion named(String name, FasEnvelope.Part reader) {
        return FasQuestion.reading("/json/group_by_name", List.of(Map.entry("groupname", name)), Map.of("group", reader));
    }

    private static FasQuestion numbered(long id, FasEnvelope.Part reader) {
        return FasQuestion.reading("/json/group_by_id", List.of(Map.entry("group_id", Long.toString(id))), Map.of("group", reader));
    }

    private Optional<FasGroup> group(FasQuestion question, Predicate<FasGroup> asked) {
        if (!caller.find(question)) {
            return Optional.empty();
        }
        FasGroup group = ((GroupReader) question.parts().get("group")).group();
        if (!asked.test(group)) {
            throw caller.verdict().misunderstood(question, "another group than the one asked for");
        }
        return Optional.of(group);
    }

    private Optional<FasMap<String, Object>> whole(FasQuestion question, Map<String, Object> asked) {
        if (!caller.find(question)) {
            return Optional.empty();
        }
        return Optional.of(caller.verdict().shaped(question, () -> {
            Map<String, Object> group = ((FasTree) question.parts().get("group")).object("group");
            check(group, asked);
            GroupRoles.check(group.get("approved_roles"));
            GroupRoles.check(group.get("unapproved_roles"));
            return new FasMap<>(group);
        }));
    }

    /** Whether these are the columns of the group asked for. */
    static void check(Map<String, Object> group, Map<String, Object> asked) throws UnexpectedAnswer {
        if (!(group.get("id") instanceof Long) || !(group.get("name") instanceof String) || !(group.get("group_type") instanceof String)) {
            throw FasJson.unexpected("a group lacks its id, name or type");
        }
        if (!group.entrySet().containsAll(asked.entrySet())) {
            throw FasJson.unexpected("another group than the one asked for");
        }
    }
}
