package dev.accolade.ledger;

import dev.accolade.model.Desired;
import dev.accolade.model.MemberKey;
import dev.accolade.model.StepKind;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Everything in the ledger that tells of a person, and how it is taken out. Their number stays: it tells nothing. */
record Traces(Erased erased) {

    private static final String NOBODY = Json.write(new Desired.Badge(Optional.empty(), Optional.empty(), List.of()));

    /** A member as it stands in the inventory. */
    private record Known(MemberKey key, String username, Optional<String> email) {

        /** All that a hint, an event or a coverage may call it, in lower case. */
        List<String> names() {
            Set<String> names = new HashSet<>(Set.of(key.id().toLowerCase(Locale.ROOT), username.toLowerCase(Locale.ROOT)));
            email.ifPresent(names::add);
            return List.copyOf(names);
        }
    }

    /** @param persons the person and all that turned out to be the same one; none of them has an open change */
    void erase(Handle handle, long now, long person, Collection<Long> persons) {
        List<Known> members = handle.createQuery("select source, id, username, email from member where person in (<persons>)").bindList("persons", List.copyOf(persons))
                .map((row, context) -> new Known(new MemberKey(row.getString(1), row.getString(2)), row.getString(3), Optional.ofNullable(row.getString(4)))).list();
        addresses(handle, persons, members);
        elsewhere(handle, persons, members);
        members.forEach(member -> erase(handle, member));
        each(handle, persons, "update history set payload = null, salt = null where person in (<persons>) and payload is not null");
        each(handle, persons, "update change set evidence_json = '{}', desired_json = '" + NOBODY + "', remote_id = null, message = null,"
                + " state = case state when 'DROPPED' then 'SUPERSEDED' else state end where person in (<persons>)");
        each(handle, persons, "delete from holding where remote_id in (select remote_id from grants where person in (<persons>))");
        each(handle, persons, "delete from grants where person in (<persons>)");
        each(handle, persons, "delete from drift where person in (<persons>)");
        each(handle, persons, "update person set merged_into = null, merged_at = null, split_from = null, split_at = null where id in (<persons>)");
        String by = handle.createQuery("select by_name from erasure where person = ?").bind(0, person).mapTo(String.class).one();
        handle.execute("update erasure set state = 'ERASED', erased_at = ? where person = ?", now, person);
        Chronicle.add(handle, now, new Step(StepKind.ERASED, by + " by erase", Step.Subject.person(person), Map.of()));
    }

    private static void elsewhere(Handle handle, Collection<Long> persons, List<Known> members) {
        TracesElsewhere elsewhere = new TracesElsewhere(handle, NOBODY);
        if (elsewhere.possible(persons)) {
            members.forEach(member -> {
                Set<String> addresses = new HashSet<>(handle.createQuery("select email from former_address where source = ? and id = ?").bind(0, member.key().source())
                        .bind(1, member.key().id()).mapTo(String.class).list());
                member.email().ifPresent(addresses::add);
                elsewhere.erase(member.key().toString(), addresses);
            });
        }
    }

    private static void each(Handle handle, Collection<Long> persons, String sql) {
        handle.createUpdate(sql).bindList("persons", List.copyOf(persons)).execute();
    }

    /** Where they are called by an address alone, perhaps an earlier one. */
    private static void addresses(Handle handle, Collection<Long> persons, List<Known> members) {
        Set<String> addresses = new HashSet<>();
        members.forEach(member -> member.email().ifPresent(addresses::add));
        handle.createQuery("select desired_json from change where person in (<persons>) union select shown_json from grants where person in (<persons>)")
                .bindList("persons", List.copyOf(persons)).mapTo(String.class).list().stream().map(Json::desired).forEach(desired -> {
                    desired.addressee().ifPresent(addresses::add);
                    if (desired instanceof Desired.Client client) {
                        addresses.add(client.key());
                    }
                });
        for (String address : addresses) {
            handle.execute("delete from holding where recipient = ?", address);
            handle.execute("delete from inspected where recipient = ?", address);
            handle.execute("delete from staged_member where email = ?", address);
            account(handle, "username = ?", address);
        }
    }

    private void erase(Handle handle, Known member) {
        erased.add(handle, member.key(), member.username(), member.email());
        String source = member.key().source();
        String id = member.key().id();
        handle.execute("delete from member where source = ? and id = ?", source, id);
        handle.execute("delete from entitlement where source = ? and member_id = ?", source, id);
        handle.execute("delete from former_address where source = ? and id = ?", source, id);
        handle.execute("delete from member_pin where source = ? and member_id = ?", source, id);
        handle.execute("delete from staged_member where id = ? and snapshot in (select id from snapshot where source = ?)", id, source);
        handle.execute("delete from staged_entitlement where member_id = ? and snapshot in (select id from snapshot where source = ?)", id, source);
        account(handle, "id = ?", id);
        for (String name : member.names()) {
            handle.execute("delete from coverage where source = ? and kind = 'MEMBER' and lower(coverage_id) = ?", source, name);
            handle.execute("update snapshot set coverage_id = '', failure = null where source = ? and kind = 'MEMBER' and lower(coverage_id) = ?", source, name);
            handle.execute("delete from hint where source = ? and kind = 'MEMBER' and lower(coverage_id) = ?", source, name);
            handle.execute("delete from event where source = ? and lower(member) = ?", source, name);
        }
    }

    /** With what the history tells of its enrolment, which knew no person yet. */
    private static void account(Handle handle, String which, String value) {
        handle.execute("update history set payload = null, salt = null where kind = 'ENROLLED' and payload is not null and object_id in (select id from account where "
                + which + ")", value);
        handle.execute("delete from account where " + which, value);
    }
}
