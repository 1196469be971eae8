package dev.accolade.sandbox.fasjson;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** People and groups. Whoever reads or changes them holds the lock of this object. */
final class Directory {

    final Map<String, Person> people = new LinkedHashMap<>();
    final Map<String, Team> teams = new LinkedHashMap<>();

    /** Somebody whose account is locked is not there for anybody. */
    Optional<Person> person(String username) {
        return Optional.ofNullable(people.get(username)).filter(person -> !person.locked());
    }

    Stream<Person> visible() {
        return people.values().stream().filter(person -> !person.locked());
    }

    Optional<Team> team(String name) {
        return Optional.ofNullable(teams.get(name));
    }

    /** Members, those of groups within the group included. */
    List<Person> members(Team team) {
        Set<String> names = new LinkedHashSet<>();
        gather(team, names, new LinkedHashSet<>());
        return present(names);
    }

    private void gather(Team team, Set<String> names, Set<String> been) {
        if (been.add(team.name)) {
            names.addAll(team.members);
            team.groups.forEach(within -> team(within).ifPresent(other -> gather(other, names, been)));
        }
    }

    List<Person> sponsors(Team team) {
        return present(team.sponsors);
    }

    /** Groups that name the person as a member themselves. */
    List<Team> teamsOf(Person person) {
        return teams.values().stream().filter(team -> team.members.contains(person.username)).toList();
    }

    void remove(Person person) {
        people.remove(person.username);
        teams.values().forEach(team -> {
            team.members.remove(person.username);
            team.sponsors.remove(person.username);
        });
    }

    private List<Person> present(Set<String> names) {
        List<Person> present = new ArrayList<>();
        names.forEach(name -> person(name).ifPresent(present::add));
        return present;
    }
}
