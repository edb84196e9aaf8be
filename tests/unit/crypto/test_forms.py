"""What was sealed when these forms were new opens for as long as there is this program.

A test here that fails means: every notebook there is would stay closed. A new form gets a new suite,
schema or parameter id; the old one goes on being read.
"""

from lifeplan_app.crypto.passwords import name_index, unknown_salt
from lifeplan_app.crypto.records import open_sealed
from lifeplan_app.crypto.recovery import stretch
from lifeplan_app.crypto.slots import Slot, decoy_slots, open_slots
from tests.unit.crypto.samples import GRANT, KEY, PEPPER, PLACE, SALT, credential

RECORD = bytes.fromhex(
    "01b78bf6974e2db63c565e95b6a111e631f59820f6f54475504d04e52500f41efabf2aa285b85ffbfc07976937e63494"
    "f0b7d1cb57fc6d34b869abb92f428a3b8b957c45e117c90646e5cc1b2d2fa6adeea5a3fede611613fba59e8acb5316dc"
    "3aac381338d3a80e0efaaadc61abab9a7e48e92162aad471ad0c9a6002c7194f71d920922b5c6ace147a6c60d4d70b5c"
    "37fe4bc396ed35e6bd2a329ad64014f9c5544f3b7f3ec87e413d1d083423a10a111bbff27a2a623e2c8ff38c1fcd6dfc"
    "b321a9e8824351b1dcecfe4de2c116da747dd7d6b2ef09f1929f4363295fdbe51dc7cbbb33743bce4bf6e1f48c952e2b"
    "1f33dc1e89a8ce30e4e3bb090d8f9ef23d01252042e1eb562a45a545688eb74c6bb60eb30e5eaf98b26fd72b2b52eb0b"
    "15aee34ea07daac64a034ef87a64558c968413b0a72dd0b24cb53c98d2d32de51d54d00bfe14e025dce02d6ac631247c"
    "ae"
)

VERIFIER = "$argon2id$v=19$m=8,t=1,p=1$TmkthVCK0TrHuBfiPKfUWg$xTfwlsicvjL8GaTBy7WpmooTkj4xOWBub3MA+xJqeKs"

WRAPPED = bytes.fromhex(
    "01f29c62f5c40b0da49bc1e090abfe7d675bd526e829d6ea5121f11e3ed0d70376d0616f5335bbdc45b08081cf9d6e15"
    "f416c3cba924b2bd70a51e1f2d4a00c8f0d1aa1076d28222b86b5eba6730b3da0fa2bb88d000a63c40544e27a8cf7655"
    "9300a47c9c47711dc549fc814931bacb8b9f50014d0b4dd3305f9b329ec7c12cdb39ed8123b8a8cb4a654bf64707bb55"
    "f4155b9f3764b1ca0ca8681fe3d381703d68d5f6dfc71320f1c28bcc27daa3cd01c918c7323d63d7c8d7fe243afb8681"
    "aa53da74bf4fa2adef03e069de1cf713b8c8db4e7761f231e158c488907ad91c2db96d92d1226a0c1d7ae1c826eae55e"
    "5a17d597b65f412c72238a812bc24e06f01650e8d39520a794f1f1dbadcf99f2086cd2a6c94755935df1b41780c3fab3"
    "3f1e3c00cc4ad6933a4b0ce6c11d9be1bd34e43c3358bc5f49febb776d78bd507746fb15e9462bee2a7851cc819eb25d"
    "dd"
)


def test_a_record_of_the_first_suite():
    assert open_sealed(KEY, PLACE, RECORD) == b"her words"


def test_a_slot_of_the_first_suite():
    assert open_slots(credential(), (decoy_slots()[0], Slot(1, VERIFIER, WRAPPED))) == GRANT


def test_the_index_of_a_name():
    assert (
        name_index(PEPPER, "Zoé").hex() == "e519171ac238ce5f14f0e1f0e6c6320d59b62dd85e091e10d0a18ce90a648daa"
    )


def test_the_salt_of_an_unknown_name():
    assert unknown_salt(PEPPER, "Zoé").hex() == "63e90e5e2fd03fd9807cafcbfa90bee8"


def test_a_recovery_code():
    assert stretch("0" * 28, SALT, PEPPER).hex() == (
        "15b233e9be38cb78d8558a1b7c4dd0f1a64ecf76937643d99c61709c595ae4329202fc001fff02a7f062eb4e42c78dbc"
        "152f65c2d30530caa69a94bd519e9b5d"
    )
