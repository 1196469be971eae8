package dev.accolade.sandbox.fas;

import java.util.Optional;

/**
 * Who asks, with the privileges that follow from groups.
 *
 * @param person     empty for an anonymous request
 * @param admin      approved in {@code accounts}
 * @param system     approved in {@code fas-system}
 * @param thirdParty approved in {@code thirdparty}
 * @param moderator  approved in {@code accounts-moderators}
 */
record Caller(Optional<FasPerson> person, boolean admin, boolean system, boolean thirdParty, boolean moderator) {

    static final Caller ANONYMOUS = new Caller(Optional.empty(), false, false, false, false);

    static Caller of(FasPerson person) {
        return new Caller(Optional.of(person), person.admin || person.in("accounts"), person.in("fas-system"), person.in("thirdparty"),
                person.in("accounts-moderators"));
    }

    boolean is(FasPerson other) {
        return person.filter(self -> self == other).isPresent();
    }

    Sight sightOf(FasPerson target) {
        if (person.isEmpty()) {
            return Sight.ANONYMOUS;
        }
        if (admin || system) {
            return Sight.ADMIN;
        }
        if (is(target)) {
            return Sight.SELF;
        }
        return target.privacy ? Sight.HIDDEN : Sight.PUBLIC;
    }

    boolean sees(FasPerson target, PersonColumn column) {
        Sight sight = sightOf(target);
        return sight.compareTo(column.needs()) >= 0 || column == PersonColumn.SSH_KEY && thirdParty && sight != Sight.ANONYMOUS;
    }

    boolean mayView(FasGroup group) {
        return !group.restricted() || admin || system || person.filter(group::approved).isPresent();
    }

    /** May approve members of the group. */
    boolean mayApprove(FasGroup group) {
        return admin || roleIn(group).filter(role -> role.type() != RoleType.USER).isPresent();
    }

    /** May change ranks in the group. */
    boolean administers(FasGroup group) {
        return admin || person.filter(self -> self == group.owner).isPresent()
                || roleIn(group).filter(role -> role.type() == RoleType.ADMINISTRATOR).isPresent();
    }

    private Optional<FasRole> roleIn(FasGroup group) {
        return person.flatMap(group::role).filter(FasRole::approved);
    }
}
