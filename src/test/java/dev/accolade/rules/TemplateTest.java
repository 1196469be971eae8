package dev.accolade.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplateTest {

    @Test
    void fillsInWhatItKnows() {
        assertThat(new Template("${member.name} in ${ scope.name }, ${scope.name}").filled(Map.of("member.name", "Ann", "scope.name", "packager")))
                .contains("Ann in packager, packager");
    }

    @Test
    void givesNothingRatherThanHalfAText() {
        assertThat(new Template("Mail ${person.email}").filled(Map.of("member.name", "Ann"))).isEmpty();
    }

    @Test
    void takesValuesAsTheyAre() {
        assertThat(new Template("<${member.name}>").filled(Map.of("member.name", "$1 \\ ${scope.name}"))).contains("<$1 \\ ${scope.name}>");
    }

    @Test
    void leavesTextWithoutVariablesAlone() {
        assertThat(new Template("costs $5 {x}").filled(Map.of())).contains("costs $5 {x}");
    }
}
