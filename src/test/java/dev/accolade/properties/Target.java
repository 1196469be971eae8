package dev.accolade.properties;

import dev.accolade.flow.PushSteps;
import dev.accolade.ledger.Claim;
import dev.accolade.ledger.Limits;
import dev.accolade.model.MemberKey;
import dev.accolade.plan.Holding;
import dev.accolade.rules.Rule;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** A target that is not real, with what must hold there and nowhere else. */
interface Target {

    String name();

    Fake fake();

    /** Its badge classes or stores, as rules name them. */
    List<String> objects();

    /** @param objectName as rules name it */
    String objectId(String objectName);

    /** What is on one of them, for its survey. */
    List<Holding> found(String objectId);

    /** From a claim to a call, and on to what writes its answer down. */
    Function<Claim, Runnable> hands(PushSteps push);

    /** What changes a day may see there. */
    Limits limits();

    /** Whether it brought an address the first thing that it ever had there. */
    default boolean greets(Fake.Deed deed) {
        return false;
    }

    /** Asserts what must be so in every step. */
    void intact();

    /** Asserts that what was really done is what the change said. */
    void asPlanned(Fake.Deed deed, Seen.Change change);

    /** Asserts that a change that makes or alters something rests on what was read. */
    void justified(Seen.Change change, Collection<MemberKey> members);

    /** Asserts, at rest, that the target has what the ledger calls live. */
    void isThere(Seen.Grant grant);

    /** Asserts, at rest, that somebody's grant gives what these rules earn, and nothing else but what the others left for good. */
    void gives(Seen.Grant grant, List<Rule> earning, List<Rule> staying);

    /** Whether it is no fault that somebody who has earned this lacks it. */
    boolean mayLack(long person, Set<MemberKey> members, String objectId);
}
