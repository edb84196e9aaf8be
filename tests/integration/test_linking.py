from tests.factories import caseworker, linked

def test_x(house, nadia):
    print(linked(nadia, caseworker(house)))
