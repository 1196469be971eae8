package dev.accolade.sandbox.community;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accolade.sandbox.Call;
import dev.accolade.sandbox.SandboxCredentials;
import dev.accolade.sandbox.cloudspot.CloudspotStandIn;
import dev.accolade.sandbox.fas.FasStandIn;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommunityTest {

    private static List<String> texts(JsonNode array, String field) {
        return StreamSupport.stream(array.spliterator(), false).map(one -> one.path(field)).filter(JsonNode::isTextual).map(JsonNode::asText)
                .toList();
    }

    private static Set<String> lower(List<String> texts) {
        Set<String> lower = new HashSet<>();
        texts.forEach(text -> lower.add(text.toLowerCase(Locale.ROOT)));
        return lower;
    }

    private static Call call(String path, Map<String, List<String>> headers, String body) {
        return new Call("POST", path, "", headers, body.getBytes(StandardCharsets.UTF_8), "http://127.0.0.1", "127.0.0.1");
    }

    private static int fasLogin(Community community) {
        FasStandIn fas = new FasStandIn();
        fas.load(community.seed("fas"));
        return fas.answer(call("/accounts/home", Map.of("accept", List.of("application/json")), "user_name=" + SandboxCredentials.FAS_USERNAME
                + "&password=" + SandboxCredentials.FAS_PASSWORD)).status();
    }

    @Test
    void theSampleHasManyPeopleWithTheOddOnesAmongThem() {
        JsonNode fas = Community.sample().seed("fas");
        JsonNode people = fas.path("people");

        assertThat(people.size()).isGreaterThanOrEqualTo(72);
        assertThat(texts(people, "username")).allMatch(name -> name.matches("[a-z][a-z0-9]+")).doesNotHaveDuplicates();
        assertThat(people.findValuesAsText("status")).contains("bot", "inactive");
        assertThat(texts(people, "email")).hasSize(people.size() - 1);
        assertThat(fas.path("groups").findValue("unapproved").size()).isEqualTo(1);
    }

    @Test
    void theSampleWritesNamesInManyScripts() {
        String names = String.join("", texts(Community.sample().seed("fas").path("people"), "human_name"));

        assertThat(names.codePoints().mapToObj(Character.UnicodeScript::of).distinct()).contains(Character.UnicodeScript.CYRILLIC,
                Character.UnicodeScript.HAN, Character.UnicodeScript.ARABIC, Character.UnicodeScript.DEVANAGARI, Character.UnicodeScript.HANGUL);
    }

    @Test
    void theCredentialsOpenTheSample() {
        CloudspotStandIn cloudspot = new CloudspotStandIn();
        cloudspot.load(Community.sample().seed("cloudspot"));
        String body = "{\"username\":\"" + SandboxCredentials.CLOUDSPOT_USERNAME + "\",\"password\":\"" + SandboxCredentials.CLOUDSPOT_PASSWORD
                + "\"}";

        assertThat(fasLogin(Community.sample())).isEqualTo(200);
        assertThat(cloudspot.answer(call("/api/v1/auth/authenticate/",
                Map.of("x-license-module", List.of(SandboxCredentials.CLOUDSPOT_APPLICATION)), body)).status()).isEqualTo(200);
        assertThat(Community.sample().seed("cave").path("tokens").path(0).path("token").asText()).isEqualTo(SandboxCredentials.CAVE_TOKEN);
        assertThat(Community.sample().seed("badgr").path("users").path(0).path("email").asText()).isEqualTo(SandboxCredentials.BADGR_USERNAME);
        assertThat(Community.sample().seed("badgr").path("password").asText()).isEqualTo(SandboxCredentials.BADGR_PASSWORD);
        assertThat(Community.sample().seed("learning-locker").findValue("api").toString())
                .contains(SandboxCredentials.LEARNING_LOCKER_KEY, SandboxCredentials.LEARNING_LOCKER_SECRET);
    }

    @Test
    void somePeopleAreInTwoServicesWithTheSameAddressInAnotherCase() {
        List<String> fas = texts(Community.sample().seed("fas").path("people"), "email");
        List<String> cave = texts(Community.sample().seed("cave").path("users"), "email");

        long same = cave.stream().filter(lower(fas)::contains).count();
        long sameInAnyCase = lower(cave).stream().filter(lower(fas)::contains).count();

        assertThat(sameInAnyCase).isGreaterThan(same).isGreaterThanOrEqualTo(10);
    }

    @ParameterizedTest
    @CsvSource({"sample", "generated"})
    void everyMemberInCaveIsAUser(String kind) {
        JsonNode cave = (kind.equals("sample") ? Community.sample() : Community.generated(500, 5)).seed("cave");
        Set<Integer> users = new HashSet<>();
        cave.path("users").forEach(user -> users.add(user.path("id").asInt()));

        assertThat(users).hasSameSizeAs(lower(texts(cave.path("users"), "email")));
        assertThat(cave.path("group_members")).isNotEmpty().allMatch(member -> users.contains(member.path("user").asInt()));
        assertThat(users).contains(cave.path("tokens").path(0).path("user").asInt());
    }

    @Test
    void theSameNumbersGiveTheSamePeople() {
        for (String service : Community.SERVICES) {
            assertThat(Community.generated(300, 7).seed(service)).isEqualTo(Community.generated(300, 7).seed(service));
        }
    }

    @ParameterizedTest
    @CsvSource({"1,1", "1,5", "2,3", "7,100", "1000,30"})
    void generatedCommunitiesOfAnySizeAreConsistent(int people, int groups) {
        Community community = Community.generated(people, groups);

        assertThat(fasLogin(community)).isEqualTo(200);
        assertThat(community.seed("fas").path("people")).hasSize(people + 1);
        assertThat(community.seed("fas").path("groups")).hasSize(groups + 1);
        assertThat(community.seed("badgr").path("issuers").path(0).path("badgeClasses")).hasSize(groups);
    }

    @Test
    void theBareCommunityHasNobodyButCanBeLoggedInTo() {
        assertThat(fasLogin(Community.bare())).isEqualTo(200);
        assertThat(Community.bare().seed("fas").path("people")).hasSize(1);
        assertThat(Community.bare().seed("cloudspot").path("users")).isEmpty();
        assertThat(Community.bare().seed("badgr").path("users")).isNotEmpty();
    }

    @Test
    void theSamePeopleAndGroupsAreInFasjson() {
        for (Community community : List.of(Community.sample(), Community.generated(300, 7), Community.bare())) {
            JsonNode fas = community.seed("fas");
            JsonNode fasjson = community.seed("fasjson");

            assertThat(texts(fasjson.path("users"), "username")).isEqualTo(texts(fas.path("people"), "username"));
            assertThat(texts(fasjson.path("groups"), "groupname")).isEqualTo(texts(fas.path("groups"), "name"));
            for (int i = 0; i < fas.path("groups").size(); i++) {
                JsonNode group = fas.path("groups").path(i);
                assertThat(fasjson.path("groups").path(i).path("members")).hasSize(
                        group.path("administrators").size() + group.path("sponsors").size() + group.path("users").size());
            }
        }
    }

    @Test
    void whoCannotLogInToFasIsLockedInFasjsonAndWhoWaitsIsNotInTheGroup() {
        JsonNode fasjson = Community.sample().seed("fasjson");
        List<String> locked = StreamSupport.stream(fasjson.path("users").spliterator(), false).filter(user -> user.path("locked").asBoolean())
                .map(user -> user.path("username").asText()).toList();

        assertThat(locked).hasSize((int) StreamSupport.stream(Community.sample().seed("fas").path("people").spliterator(), false)
                .filter(person -> person.path("status").asText().equals("inactive")).count()).isNotEmpty();
        assertThat(fasjson.path("groups").path(2).path("groupname").asText()).isEqualTo("packager");
        assertThat(fasjson.path("groups").path(2).path("members").toString()).contains("\"zofia\"").doesNotContain("\"teo\"");
    }

    @Test
    void packagersHaveSubmittedUpdatesOfWhichSomeArePublished() {
        for (Community community : List.of(Community.sample(), Community.generated(1, 1), Community.generated(300, 7))) {
            JsonNode bodhi = community.seed("bodhi");

            assertThat(texts(bodhi.path("updates"), "alias")).doesNotHaveDuplicates();
            assertThat(texts(community.seed("fas").path("people"), "username")).containsAll(texts(bodhi.path("updates"), "user"));
        }
        assertThat(texts(Community.sample().seed("bodhi").path("updates"), "status")).contains("stable", "testing", "pending");
        assertThat(Community.bare().seed("bodhi").path("updates")).isEmpty();
    }

    @Test
    void generatedGroupsAreSkewedAndGiveAboutTenMembershipsEach() {
        int[] sizes = GroupSizes.of(499, 50_000, 900_000);

        assertThat(Arrays.stream(sizes).sum()).isBetween(890_000, 910_000);
        assertThat(sizes[0]).isGreaterThan(20 * sizes[498]);
    }

    @Test
    void generatedLicensesAreOneForAHundredPeople() {
        assertThat(Community.generated(1_000, 3).seed("cloudspot").path("users")).hasSize(10);
        assertThat(Community.generated(50_000, 3).seed("cloudspot").path("users")).hasSize(200);
    }

    @Test
    void refusesAnUnknownServiceAndNobody() {
        assertThatThrownBy(() -> Community.sample().seed("koji")).hasMessageContaining("koji");
        assertThatThrownBy(() -> Community.generated(0, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
