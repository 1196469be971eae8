package dev.accolade.sandbox.badgr;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Public documents in one version of Open Badges. */
interface Documents {

    ObjectNode issuer(Issuer issuer);

    ObjectNode badgeClass(BadgeClass badgeClass);

    ObjectNode assertion(Assertion assertion);
}
