"""Does with the real Python client what a user of FAS does; prints what came of it as one JSON object.

Arguments: base address, user name and password of an administrator, user name and password of somebody else.
"""
import json
import sys
import warnings

warnings.simplefilter("ignore")

from fedora.client import AppError, AuthError
from fedora.client.fas2 import AccountSystem, CLAError
from fedora.client.fasproxy import FasProxyClient

base, admin, admin_secret, user, user_secret = sys.argv[1:6]
told = {}


def attempt(name, call):
    try:
        told[name] = call()
    except (AppError, AuthError, CLAError, KeyError) as failure:
        told[name] = {"raises": type(failure).__name__, "name": getattr(failure, "name", None)}


def seen(pair):
    return {"session": len(pair[0]), "data": pair[1]}


fas = AccountSystem(base_url=base, username=admin, password=admin_secret, cache_session=False)
other = AccountSystem(base_url=base, username=user, password=user_secret, cache_session=False)
wrong = AccountSystem(base_url=base, username=user, password="guess", cache_session=False)

attempt("group_by_name", lambda: fas.group_by_name("packager"))
attempt("group_by_name_unknown", lambda: fas.group_by_name("nothing"))
attempt("group_by_id", lambda: fas.group_by_id(told["group_by_name"]["id"]))
attempt("group_by_id_unknown", lambda: fas.group_by_id(9))
attempt("group_members", lambda: fas.group_members("packager"))
attempt("group_members_unknown", lambda: fas.group_members("nothing"))
attempt("group_data", lambda: fas.group_data(force_refresh=True))
attempt("person_by_username", lambda: fas.person_by_username("kenji"))
attempt("person_by_username_unknown", lambda: fas.person_by_username("nobody"))
attempt("person_by_id", lambda: fas.person_by_id(told["person_by_username"]["id"]))
attempt("hidden", lambda: other.person_by_username("hidden"))
attempt("people_by_key", lambda: fas.people_by_key(key="username", search="*", fields=["id", "email", "bugzilla_email"]))
attempt("people_by_key_all", lambda: fas.people_by_key(search="kenji"))
attempt("people_by_key_bad", lambda: fas.people_by_key(key="ircnick"))
attempt("people_by_id", lambda: len(fas.people_by_id()))
attempt("people_by_groupname", lambda: [person["username"] for person in fas.people_by_groupname("bots")])
attempt("people_query", lambda: fas.people_query(constraints={"group": "bots", "role_status": "approved"}, columns=["username", "role_type"]))
attempt("people_query_bad", lambda: fas.people_query(columns=["password"]))
attempt("user_id", lambda: len(fas.user_id()))
attempt("user_data", lambda: other.user_data())
attempt("verify_password", lambda: [fas.verify_password(user, user_secret), fas.verify_password(user, "guess"), fas.verify_password(user, "")])
attempt("wrong_password", lambda: wrong.user_id())
attempt("set_config", lambda: fas.set_config(user, "moin", "theme", "blue & green"))
attempt("get_config", lambda: fas.get_config(user, "moin", "theme"))
attempt("get_config_unknown", lambda: fas.get_config(user, "moin", "nothing"))
attempt("get_configs_like", lambda: fas.get_configs_like(user, "moin"))
attempt("get_config_of_another", lambda: other.get_config(admin, "moin", "theme"))
attempt("set_config_bad", lambda: fas.set_config(user, "chess", "elo", "1"))
attempt("create_group", lambda: fas.create_group("rehearsal", "Rehearsal", user, "tracking"))
attempt("create_group_refused", lambda: other.create_group("refused", "Refused", user, "tracking"))
attempt("create_group_invalid", lambda: fas.create_group("packager", "Again", user, "tracking"))
attempt("gravatar", lambda: fas.gravatar_url("kenji"))

visit = FasProxyClient(base_url=base)
attempt("login", lambda: seen(visit.login(user, user_secret)))
attempt("login_wrong", lambda: seen(visit.login(user, "guess")))
session = visit.login(user, user_secret)[0]
by_session = {"session_id": session}
attempt("user_info", lambda: seen(visit.get_user_info(by_session)))
attempt("group_list", lambda: seen(visit.group_list(by_session)))
attempt("person_by_id_as_user", lambda: seen(visit.person_by_id(told["person_by_username"]["id"], by_session)))
attempt("refresh_session", lambda: visit.refresh_session(session)[0] == session)
attempt("verify_session", lambda: visit.verify_session(session))
attempt("basic", lambda: seen(visit.get_user_info({"username": user, "password": user_secret, "httpauth": "basic"})))
attempt("logout", lambda: visit.logout(session))
attempt("verify_session_after_logout", lambda: visit.verify_session(session))

print(json.dumps(told))
