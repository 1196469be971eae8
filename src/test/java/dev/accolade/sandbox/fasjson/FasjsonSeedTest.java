package dev.accolade.sandbox.fasjson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.accolade.sandbox.Answer;
import dev.accolade.sandbox.Call;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FasjsonSeedTest {

    private final FasjsonStandIn server = new FasjsonStandIn();

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{'users': [{}]} | users[0].username",
        "{'users': [{'username': 'a b'}]} | users[0].username",
        "{'users': [{'username': 'a'}, {'username': 'a'}]} | users[1].username",
        "{'users': [{'username': 'a', 'shoe_size': 40}]} | users[0].shoe_size",
        "{'users': [{'username': 'a', 'emails': 'a@example.org'}]} | users[0].emails",
        "{'users': [{'username': 'a', 'emails': [1]}]} | users[0].emails[0]",
        "{'users': [{'username': 'a', 'is_private': 'yes'}]} | users[0].is_private",
        "{'users': [{'username': 'a', 'creation': '2008'}]} | users[0].creation",
        "{'groups': [{'groupname': 'g', 'members': ['a']}]} | groups[0].members",
        "{'groups': [{'groupname': 'g', 'groups': ['h']}]} | groups[0].groups",
        "{'groups': [{'groupname': 'g'}, {'groupname': 'g'}]} | groups[1].groupname",
        "{'principals': 'a'} | principals",
        "{'kerberos': {'principal': 'HTTP/a@B'}} | kerberos.keytab",
        "{'kerberos': {'principal': 'HTTP/a@B', 'keytab': '/nowhere'}} | kerberos.keytab",
        "[] | seed"})
    void namesTheFieldOfAMistake(String seed, String field) {
        assertThatThrownBy(() -> load(seed)).isInstanceOf(IllegalArgumentException.class).hasMessageStartingWith(field + ":");
    }

    @Test
    void endsWhereGroupsContainEachOther() throws Exception {
        load("{'principals': ['a'], 'users': [{'username': 'a'}, {'username': 'b'}], 'groups': [{'groupname': 'g', 'members': ['a'], 'groups': ['h']},"
                + "{'groupname': 'h', 'members': ['b'], 'groups': ['g']}]}");

        assertThat(get("/v1/groups/g/members/", "").body()).asString(StandardCharsets.UTF_8).contains("\"a\"", "\"b\"");
    }

    @ParameterizedTest
    @CsvSource({"page_size=-1", "page_size=2147483647", "page_size=1&page_number=2147483647", "page_size=1&page_number=-5", "page_size=99999999999", "page_number=x"})
    void answersWhateverPageIsAskedFor(String query) throws Exception {
        load("{'principals': ['a'], 'users': [{'username': 'a'}, {'username': 'b'}]}");

        assertThat(get("/v1/users/", query).status()).isIn(200, 400);
        assertThat(get("/v1/search/users/", "username=aaa&" + query).status()).isIn(200, 400);
    }

    private void load(String json) throws Exception {
        server.load(new ObjectMapper().readTree(json.replace('\'', '"')));
    }

    private Answer get(String path, String query) {
        String token = Base64.getEncoder().encodeToString("sandbox:a".getBytes(StandardCharsets.UTF_8));
        return server.answer(new Call("GET", path, query, Map.of("authorization", List.of("Negotiate " + token)), new byte[0], "http://127.0.0.1", "127.0.0.1"));
    }
}
