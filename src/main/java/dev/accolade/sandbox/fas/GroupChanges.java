package dev.accolade.sandbox.fas;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The pages that change groups: each ends in a redirect, whether it did something or not; the text tells. */
final class GroupChanges {

    private static final List<String> TYPES = List.of("system", "bugzilla", "cla", "cvs", "bzr", "git", "hg", "mtn", "svn", "shell", "torrent",
            "tracker", "tracking", "user", "pkgdb");
    private static final Pattern NAME = Pattern.compile("[a-z0-9_-]{3,32}");

    /** A change to one person's role, worked out or refused. */
    private interface Change {
        String made(FasRequest request, FasGroup group, FasPerson target);
    }

    private final State state;
    private final Accounts accounts;

    GroupChanges(State state) {
        this.state = state;
        this.accounts = state.accounts;
    }

    Map<String, Operation> operations() {
        Map<String, Operation> operations = new LinkedHashMap<>();
        operations.put("group/create", Operation.writing(this::create, "invite_only", "needs_sponsor", "user_can_remove", "prerequisite", "joinmsg",
                "apply_rules", "mailing_list", "mailing_list_url", "url", "irc_channel", "irc_network")
                        .at("name", "display_name", "owner", "group_type"));
        operations.put("group/apply", change(this::apply, true));
        operations.put("group/sponsor", change(this::sponsor, true));
        operations.put("group/remove", change(this::remove, false));
        operations.put("group/upgrade", change(this::upgrade, false));
        operations.put("group/downgrade", change(this::downgrade, false));
        return operations;
    }

    private Operation change(Change change, boolean toView) {
        return Operation.writing(request -> {
            Optional<FasGroup> group = accounts.group(request.text("groupname"));
            Optional<FasPerson> target = accounts.person(request.text("targetname"));
            if (group.isEmpty() || target.isEmpty()) {
                return Reply.invalid(group.isEmpty() ? Map.of("groupname", "There is no such group.")
                        : Map.of("targetname", "There is no such account."));
            }
            String text = change.made(request, group.get(), target.get());
            return Reply.redirect(toView ? viewOf(request, group.get()) : request.referer().orElse(request.mount()), text);
        }).at("groupname", "targetname");
    }

    private static String viewOf(FasRequest request, FasGroup group) {
        return request.mount() + "group/view/" + group.name + "?_csrf_token=" + Visits.token(request.visit());
    }

    private Reply create(FasRequest request) {
        Map<String, String> errors = errors(request);
        if (!errors.isEmpty()) {
            return Reply.invalid(errors);
        }
        if (!request.caller().admin() && !request.self().in("sysadmin")) {
            return Reply.redirect(request.mount(), "Only administrators make groups.");
        }
        FasGroup group = new FasGroup(accounts.freshId(), request.text("name"), request.text("group_type"), accounts.now());
        group.displayName = request.text("display_name");
        group.owner = accounts.person(request.text("owner")).orElseThrow();
        group.inviteOnly = request.flag("invite_only");
        group.needsSponsor = request.flag("needs_sponsor");
        group.userCanRemove = request.flag("user_can_remove");
        group.prerequisite = accounts.group(request.text("prerequisite")).orElse(null);
        group.joinMessage = request.text("joinmsg");
        group.applyRules = request.text("apply_rules");
        accounts.add(group);
        accounts.put(new FasRole(group.owner, group, RoleType.ADMINISTRATOR, null, accounts.now(), accounts.now()));
        return Reply.redirect(viewOf(request, group), "The group was made.");
    }

    private Map<String, String> errors(FasRequest request) {
        Map<String, String> errors = new LinkedHashMap<>();
        String name = request.text("name");
        if (!NAME.matcher(name).matches()) {
            errors.put("name", "A name has 3 to 32 small letters, digits, - and _.");
        } else if (accounts.group(name).isPresent() || accounts.person(name).isPresent()) {
            errors.put("name", "The name is taken.");
        }
        if (accounts.person(request.text("owner")).isEmpty()) {
            errors.put("owner", "There is no such account.");
        }
        if (!TYPES.contains(request.text("group_type"))) {
            errors.put("group_type", "There is no such type.");
        }
        if (!request.text("prerequisite").isEmpty() && accounts.group(request.text("prerequisite")).isEmpty()) {
            errors.put("prerequisite", "There is no such group.");
        }
        return errors;
    }

    private String apply(FasRequest request, FasGroup group, FasPerson target) {
        if (group.role(target).isPresent()) {
            return target.username + " is in " + group.name + " already.";
        }
        if (group.prerequisite != null && !group.prerequisite.approved(target)) {
            return group.prerequisite.name + " comes first.";
        }
        boolean mayApprove = request.caller().mayApprove(group);
        if (!mayApprove && (group.inviteOnly || !request.caller().is(target))) {
            return "You are not allowed to apply for " + target.username + ".";
        }
        accounts.put(new FasRole(target, group, RoleType.USER, null, accounts.now(), null));
        return target.username + " has applied to " + group.name + ".";
    }

    private String sponsor(FasRequest request, FasGroup group, FasPerson target) {
        Optional<FasRole> role = group.role(target);
        if (role.isEmpty() || role.get().approved()) {
            return target.username + (role.isEmpty() ? " has not applied." : " is approved already.");
        }
        if (!request.caller().mayApprove(group)) {
            return "You are not allowed to sponsor here.";
        }
        accounts.put(role.get().approvedBy(request.self(), accounts.now()));
        state.settings().autoApprove().getOrDefault(group.name, List.of()).forEach(other -> accounts.group(other)
                .filter(also -> !also.approved(target))
                .ifPresent(also -> accounts.put(new FasRole(target, also, RoleType.USER, request.self(), accounts.now(), accounts.now()))));
        return target.username + " was sponsored.";
    }

    private String remove(FasRequest request, FasGroup group, FasPerson target) {
        Optional<FasRole> role = group.role(target);
        if (role.isEmpty()) {
            return target.username + " is not in " + group.name + ".";
        }
        boolean leaves = request.caller().is(target) && group.userCanRemove;
        boolean sponsors = request.caller().mayApprove(group) && role.get().type() == RoleType.USER;
        if (!leaves && !sponsors && !request.caller().administers(group)) {
            return "You are not allowed to remove " + target.username + ".";
        }
        accounts.remove(role.get());
        return target.username + " was removed.";
    }

    private String upgrade(FasRequest request, FasGroup group, FasPerson target) {
        return rank(request, group, target, group.role(target).filter(FasRole::approved).flatMap(role -> role.type().above()));
    }

    private String downgrade(FasRequest request, FasGroup group, FasPerson target) {
        return rank(request, group, target, group.role(target).filter(FasRole::approved).flatMap(role -> role.type().below()));
    }

    private String rank(FasRequest request, FasGroup group, FasPerson target, Optional<RoleType> next) {
        if (next.isEmpty() || !request.caller().administers(group)) {
            return target.username + " keeps the role.";
        }
        accounts.put(group.role(target).orElseThrow().as(next.get()));
        return target.username + " is " + next.get().word() + " now.";
    }
}
