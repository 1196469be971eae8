package dev.accolade.service.fas;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accolade.service.http.JsonReply;
import dev.accolade.service.http.ServiceException;
import dev.accolade.service.http.ServiceException.Effect;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Makes groups. FAS2 answers with a redirect, made or not, and only the page behind it shows the group. */
public final class FasFounding {

    private final FasCaller caller;

    FasFounding(FasCaller caller) {
        this.caller = caller;
    }

    /**
     * Makes a group, once: nothing is sent again when the answer is lost.
     *
     * @return {@code group} with its 17 columns, {@code members} (the owner) and {@code sponsor_queue}
     * @throws AppException     when FAS2 rejects a parameter, or the account may not make groups
     * @throws ServiceException with {@link Effect#POSSIBLE} when it may have been made: look with groupByName before trying again
     */
    public FasMap<String, Object> create(FasNewGroup group) {
        FasQuestion question = FasQuestion.writing(path(group), pairs(group));
        JsonReply reply = caller.change(question);
        if (reply.status() < 300) {
            caller.verdict().whole(question, caller.verdict().unfailed(question, caller.verdict().read(question, reply)));
            return shown(question, group, reply.json());
        }
        String page = "/group/view/" + FasQuestion.part("name", group.name());
        if (!reply.header("Location").orElse("").matches("[^?#]*" + Pattern.quote(page) + "([?#].*)?")) {
            throw caller.astray(question, reply, "FAS2 leads elsewhere than to the group; only administrators of accounts and sysadmins make groups");
        }
        return view(question, group, page);
    }

    private FasMap<String, Object> view(FasQuestion question, FasNewGroup group, String page) {
        try {
            return shown(question, group, caller.follow(page).json());
        } catch (ServiceException unseen) {
            throw new ServiceException(unseen.turn(), Effect.POSSIBLE, unseen.status().orElse(0), unseen.retryAfter().orElse(null),
                    "The group was made, as it seems, but its page could not be read; look with groupByName before trying again. "
                            + unseen.getMessage(), unseen);
        }
    }

    private FasMap<String, Object> shown(FasQuestion question, FasNewGroup group, JsonNode page) {
        return caller.verdict().shaped(question, () -> {
            Map<String, Object> answer = FasTree.object(page, "the page of the group");
            if (!(answer.get("group") instanceof FasMap<?, ?>)) {
                throw FasJson.unexpected("no group");
            }
            FasGroups.check(FasTree.object(page.get("group"), "group"), Map.of("name", group.name()));
            GroupRoles.check(answer.get("members"));
            GroupRoles.check(answer.get("sponsor_queue"));
            answer.remove("tg_flash");
            return new FasMap<>(answer);
        });
    }

    /** Each part is escaped once; the Python client does it twice, so that a space in the display name ends up as {@code %20} in FAS2. */
    private static String path(FasNewGroup group) {
        return "/group/create/" + FasQuestion.part("name", group.name()) + "/" + FasQuestion.part("displayName", group.displayName()) + "/"
                + FasQuestion.part("owner", group.owner()) + "/" + FasQuestion.part("groupType", group.groupType());
    }

    private static List<Map.Entry<String, String>> pairs(FasNewGroup group) {
        return List.of(flag("invite_only", group.inviteOnly()), flag("needs_sponsor", group.needsSponsor()),
                flag("user_can_remove", group.userCanRemove()), Map.entry("prerequisite", group.prerequisite()),
                Map.entry("joinmsg", group.joinMessage()), Map.entry("apply_rules", group.applyRules()));
    }

    private static Map.Entry<String, String> flag(String name, boolean on) {
        return Map.entry(name, on ? "1" : "0");
    }
}
