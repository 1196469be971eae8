package dev.accolade.sandbox.learninglocker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorityRuleTest {

    @ParameterizedTest
    @ValueSource(strings = {"{\"mbox\":\"mailto:a+b@example.org\"}", "{\"mbox\":\"MAILTO:o'brien@example.org\"}", "{\"mbox_sha1sum\":\"abcde\"}",
        "{\"openid\":\"a:b\"}", "{\"account\":{\"homePage\":\"urn:x\",\"name\":\"\"}}",
        "{\"objectType\":\"Group\",\"member\":[{\"openid\":\"a:b\"},{\"openid\":\"a:c\"}]}"})
    void allowsWhatTheServerAllows(String authority) {
        assertThat(AuthorityRule.allows(Locker.json(authority))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "{}", "{\"mbox\":\"mailto:a@localhost\"}", "{\"mbox\":\"mailto:a@ex_ample.org\"}",
            "{\"mbox_sha1sum\":\"abcd\"}",
        "{\"openid\":\"foo\"}", "{\"openid\":\"a:b\",\"mbox\":null}", "{\"openid\":\"a:b\",\"name\":null}", "{\"openid\":\"a:b\",\"x\":1}",
        "{\"objectType\":\"Person\",\"openid\":\"a:b\"}", "{\"account\":{\"homePage\":\"urn:x\"}}",
        "{\"objectType\":\"Group\",\"member\":[{\"openid\":\"a:b\"}]}"})
    void refusesWhatTheServerRefuses(String authority) {
        assertThat(AuthorityRule.allows(Locker.json(authority))).isFalse();
    }
}
