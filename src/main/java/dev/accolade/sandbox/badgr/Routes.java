package dev.accolade.sandbox.badgr;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accolade.sandbox.badgr.Route.Style;
import java.util.ArrayList;
import java.util.List;

/** The table of all routes; of two that match, the first counts. */
final class Routes {

    private final List<Route> routes = new ArrayList<>();

    Routes(World world) {
        Access access = new Access(world);
        tokens(world, access);
        issuers(world, access);
        classes(world, access);
        assertions(world, access);
        backpack(world, access);
        users(world, access);
        publicPages(world);
    }

    List<Route> all() {
        return routes;
    }

    private Route route(Style style, String template) {
        Route route = new Route(style, template);
        routes.add(route);
        return route;
    }

    private Route api(String template) {
        return route(Style.API, template);
    }

    private void tokens(World world, Access access) {
        TokenEndpoint endpoint = new TokenEndpoint(world);
        TokenResource tokens = new TokenResource(world, access);
        route(Style.PLAIN, "/o/token").on("POST", endpoint::token);
        route(Style.PLAIN, "/o/token/").on("POST", endpoint::token);
        route(Style.PLAIN, "/o/revoke_token/").on("POST", endpoint::revoke);
        route(Style.PLAIN, "/o/revoke_token").on("POST", visit -> Reply.redirect(301, "/o/revoke_token/"))
                .on("GET", visit -> Reply.redirect(301, "/o/revoke_token/"));
        api("/v2/auth/tokens").on("GET", tokens::list);
        api("/v2/auth/tokens/{id}").on("GET", tokens::get).on("DELETE", tokens::revoke);
        api("/v2/tokens/issuers").on("POST", tokens::ofIssuers);
    }

    private void issuers(World world, Access access) {
        IssuerResource issuers = new IssuerResource(world, access);
        api("/v2/issuers").on("GET", issuers::list).on("POST", issuers::create);
        api("/v2/issuers/changed").on("GET", new ChangeFeeds(world, access)::issuers);
        api("/v2/issuers/{id}").on("GET", issuers::get).on("PUT", issuers::update).on("DELETE", issuers::delete);
    }

    private void classes(World world, Access access) {
        ClassResource classes = new ClassResource(world, access);
        api("/v2/badgeclasses").on("GET", classes::list).on("POST", classes::create);
        api("/v2/badgeclasses/changed").on("GET", new ChangeFeeds(world, access)::classes);
        api("/v2/badgeclasses/{id}").on("GET", classes::get).on("PUT", classes::update).on("DELETE", classes::delete);
        api("/v2/issuers/{id}/badgeclasses").on("GET", classes::listOfIssuer).on("POST", classes::createOfIssuer);
    }

    private void assertions(World world, Access access) {
        AssertionResource assertions = new AssertionResource(world, access);
        IssueResource issuing = new IssueResource(world, access);
        api("/v2/badgeclasses/{id}/assertions").on("GET", assertions::ofClass).on("POST", issuing::one);
        api("/v2/badgeclasses/{id}/issue").on("POST", issuing::many);
        api("/v2/issuers/{id}/assertions").on("GET", assertions::ofIssuer).on("POST", issuing::oneOfIssuer);
        api("/v2/assertions/revoke").on("POST", new RevokeResource(world, access)::many);
        api("/v2/assertions/changed").on("GET", new ChangeFeeds(world, access)::assertions);
        api("/v2/assertions/{id}").on("GET", assertions::get).on("PUT", assertions::update).on("DELETE", assertions::revoke);
    }

    private void backpack(World world, Access access) {
        BackpackResource backpack = new BackpackResource(world, access);
        CollectionResource collections = new CollectionResource(world, access);
        api("/v2/backpack/assertions").on("GET", backpack::list);
        api("/v2/backpack/assertions/{id}").on("GET", backpack::get).on("PUT", backpack::update).on("DELETE", backpack::reject);
        api("/v2/backpack/import").on("POST", backpack::importOne);
        api("/v2/backpack/collections").on("GET", collections::list).on("POST", collections::create);
        api("/v2/backpack/collections/{id}").on("GET", collections::get).on("PUT", collections::update).on("DELETE", collections::delete);
    }

    private void users(World world, Access access) {
        UserResource users = new UserResource(world, access);
        StaffResource staff = new StaffResource(world, access);
        api("/v2/users/self").on("GET", users::self);
        api("/v1/user/profile").on("POST", users::signUp);
        api("/v1/issuer/issuers/{id}/staff").on("GET", staff::list).on("POST", staff::change);
        FirstVersion old = new FirstVersion(world, access);
        api("/v1/issuer/all-badges/find").on("GET", old::find);
        api("/v1/issuer/issuers/{id}/badges/{id}/batchAssertions").on("POST", old::issueMany);
        api("/v2/auth/forgot-password").on("POST", old::forgotPassword);
        api("/v2/termsVersions/latest").on("GET", users::terms);
        route(Style.PLAIN, "/health").on("GET", visit -> Reply.bare(200, health()));
    }

    private static JsonNode health() {
        return Json.object().put("overall_status", "OK").set("detailed_status", Json.object().put("database_status", "OK"));
    }

    private void publicPages(World world) {
        PublicPages pages = new PublicPages(world);
        route(Style.PUBLIC, "/public/issuers/{id}").on("GET", pages::issuer);
        route(Style.PUBLIC, "/public/issuers/{id}/badges").on("GET", pages::classesOfIssuer);
        route(Style.PUBLIC, "/public/badges/{id}").on("GET", pages::badgeClass);
        route(Style.PUBLIC, "/public/assertions/{id}").on("GET", pages::assertion);
        route(Style.PUBLIC, "/public/collections/{id}").on("GET", pages::collection);
        api("/public/issuers/{id}/image").on("GET", pages::issuerPicture);
        api("/public/badges/{id}/image").on("GET", pages::classPicture);
        api("/public/badges/{id}/criteria").on("GET", pages::criteria);
        api("/public/assertions/{id}/image").on("GET", pages::assertionPicture);
        api("/public/assertions/{id}/baked").on("GET", pages::baked);
        route(Style.PLAIN, "/media/**").on("GET", pages::media);
    }
}
