"""All of the web but this app, on one local port: what leaves the app ends here, and is written down."""

import datetime as dt
import ssl
import threading
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

PAGE = (
    b"<!doctype html><html lang=fr><meta charset=utf-8><link rel=icon href=data:,>"
    b"<title>Ailleurs</title><h1>Ailleurs</h1>"
)

LONGEST_WAIT_SECONDS = 30


@dataclass(frozen=True)
class Visit:
    """A request that reached another host than the app's."""

    host: str
    path: str
    headers: dict[str, str]


class Elsewhere(ThreadingHTTPServer):
    """Answers for every other host with one plain page; while `answers` is cleared it lets them wait."""

    daemon_threads = True

    def __init__(self, certificate: Path, key: Path) -> None:
        super().__init__(("127.0.0.1", 0), _Answer)
        self.visits: list[Visit] = []
        self.answers = threading.Event()
        self.answers.set()
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate, key)
        self.socket = context.wrap_socket(self.socket, server_side=True)
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing: browsers drop connections as they like."""


class _Answer(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        headers = {name.lower(): value for name, value in self.headers.items()}
        assert isinstance(self.server, Elsewhere)
        self.server.visits.append(Visit(headers.get("host", ""), self.path, headers))
        self.server.answers.wait(LONGEST_WAIT_SECONDS)
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(PAGE)))
        self.end_headers()
        self.wfile.write(PAGE)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Keep the run's output clean."""


def make_certificate(folder: Path) -> tuple[Path, Path]:
    """Return a certificate for this machine and its key, signed by nobody else."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    now = dt.datetime.now(tz=dt.UTC)
    names = x509.SubjectAlternativeName([x509.DNSName("localhost"), x509.IPAddress(ip_address("127.0.0.1"))])
    certificate = (
        x509.CertificateBuilder(
            name, name, key.public_key(), x509.random_serial_number(), now, now + dt.timedelta(2)
        )
        .add_extension(names, critical=False)
        .sign(key, hashes.SHA256())
    )
    paths = folder / "certificate.pem", folder / "key.pem"
    paths[0].write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    paths[1].write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
    )
    return paths
