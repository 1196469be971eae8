package dev.accolade.service.fas;

import static java.util.Objects.requireNonNull;

/**
 * A group to be made; the body of {@code createGroup}.
 *
 * @param name          3 to 32 small letters, digits, {@code -} and {@code _}; neither a group nor a user has it yet
 * @param displayName   for people; without a slash
 * @param owner         user name of the first administrator
 * @param groupType     {@code git}, {@code svn}, {@code hg}, {@code shell}, {@code tracking}, or another that the server knows
 * @param inviteOnly    nobody can apply
 * @param needsSponsor  who applies waits for a sponsor
 * @param userCanRemove members may leave by themselves
 * @param prerequisite  name of a group that members must be in; empty for none
 * @param joinMessage   told to those who apply; may be empty
 * @param applyRules    told to those who are about to apply; the Python client's own default is the text {@code None}
 */
public record FasNewGroup(String name, String displayName, String owner, String groupType, boolean inviteOnly, boolean needsSponsor,
        boolean userCanRemove, String prerequisite, String joinMessage, String applyRules) {

    public FasNewGroup {
        requireNonNull(name, "name is null");
        requireNonNull(displayName, "displayName is null");
        requireNonNull(owner, "owner is null");
        requireNonNull(groupType, "groupType is null");
        requireNonNull(prerequisite, "prerequisite is null");
        requireNonNull(joinMessage, "joinMessage is null");
        requireNonNull(applyRules, "applyRules is null");
    }

    /** With the defaults of the Python client: open to all, and members may leave. */
    public static FasNewGroup of(String name, String displayName, String owner, String groupType) {
        return new FasNewGroup(name, displayName, owner, groupType, false, false, true, "", "", "None");
    }
}
