package dev.accolade.app;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A town with one newcomer in a group, whose targets others can touch. */
abstract class TouchedByOthers {

    static final String MAIL = "newcomer@example.org";

    @TempDir
    Path folder;
    World world;
    OtherSide others;
    final SettableClock clock = new SettableClock();
    private final String rules;
    private final String group;

    TouchedByOthers(String rules, String group) {
        this.rules = rules;
        this.group = group;
    }

    @BeforeEach
    void open() {
        world = new World(folder);
        others = new OtherSide(world);
        world.rules(rules);
        world.control("POST", "fas/people", "{\"username\":\"newcomer\",\"human_name\":\"New Comer\",\"email\":\"" + MAIL + "\"}");
        world.control("PUT", "fas/groups/" + group + "/members/newcomer", "{\"role\":\"user\"}");
    }

    @AfterEach
    void close() {
        world.close();
    }
}
