"""The socket's address, taken from the page's own address instead of from the build.

Reflex writes the address of the socket into the bundle. Its client replaces the host name, but over
plain http keeps the port of the build, and under https drops every port. The pages here are built
once and served on any port, with or without TLS: so the client's one function that makes addresses
is replaced before Vite sees it. What is replaced is compared letter by letter, so that another
version of Reflex cannot pass unnoticed.
"""

from lifeplan_app.model.errors import ConfigurationError

SAME_DOMAIN = """\
// These hostnames indicate that the backend and frontend are reachable via the same domain.
const SAME_DOMAIN_HOSTNAMES = ["localhost", "0.0.0.0", "::", "0:0:0:0:0:0:0:0"];

"""

BUILT_ADDRESS = """\
export const getBackendURL = (url_str) => {
  if ((url_str ?? undefined) === undefined) {
    url_str = env.PING;
  }
  // Get backend URL object from the endpoint.
  const endpoint = new URL(url_str);
  if (
    typeof window !== "undefined" &&
    SAME_DOMAIN_HOSTNAMES.includes(endpoint.hostname)
  ) {
    // Use the frontend domain to access the backend
    const frontend_hostname = window.location.hostname;
    endpoint.hostname = frontend_hostname;
    if (window.location.protocol === "https:") {
      if (endpoint.protocol === "ws:") {
        endpoint.protocol = "wss:";
      } else if (endpoint.protocol === "http:") {
        endpoint.protocol = "https:";
      }
      endpoint.port = ""; // Assume websocket is on https port via load balancer.
    }
  }
  return endpoint;
};
"""

OWN_ADDRESS = """\
export const getBackendURL = (path) =>
  new URL(path ?? env.PING, window.location.origin);
"""


def with_own_address(client: str) -> str:
    """Return Reflex's client module with every address taken from the page's own.

    Raises:
        ConfigurationError: The module is not the one this was written for.
    """
    for part in (SAME_DOMAIN, BUILT_ADDRESS):
        if client.count(part) != 1:
            raise ConfigurationError(
                "The pages cannot be built: Reflex's utils/state.js makes the socket's address in another "
                "way than lifeplan_app/frontend/socket_address.py knows; look at both before going on."
            )
    return client.replace(SAME_DOMAIN, "").replace(BUILT_ADDRESS, OWN_ADDRESS)
