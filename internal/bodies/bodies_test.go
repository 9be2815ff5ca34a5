package bodies

import (
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"
)

// TestRoom: small bodies take no room, larger ones what is over, and all give it back.
func TestRoom(t *testing.T) {
	room := NewRoom(100)
	for _, c := range []struct {
		held int64 // by another
		size int
		want error
		left int64 // while it is held
	}{
		{0, 0, nil, 100},
		{100, Small, nil, 0},
		{0, Small + 100, nil, 0},
		{0, Small + 101, ErrFull, -1},
		{1, Small + 100, ErrFull, -1},
		{60, Small + 40, nil, 0},
	} {
		for name, from := range map[string]io.Reader{
			"at once":  strings.NewReader(strings.Repeat("x", c.size)),
			"by bytes": iotest.OneByteReader(strings.NewReader(strings.Repeat("x", c.size))),
		} {
			other, h := room.Hold(), room.Hold()
			if !other.Take(c.held) {
				t.Fatalf("no room for %d", c.held)
			}
			body, err := h.ReadAll(from)
			if !errors.Is(err, c.want) || err == nil && (len(body) != c.size || room.left != c.left) {
				t.Errorf("%d beside %d, %s: %d bytes, %v, %d are left", c.size, c.held, name, len(body), err, room.left)
			}
			h.Release()
			other.Release()
			h.Release()
			if room.left != 100 {
				t.Fatalf("%d beside %d, %s: %d are left", c.size, c.held, name, room.left)
			}
		}
	}
}

// TestReadAllError hands on what is wrong with a body.
func TestReadAllError(t *testing.T) {
	broken := errors.New("broken")
	body, err := NewRoom(1).Hold().ReadAll(io.MultiReader(strings.NewReader("half"), iotest.ErrReader(broken)))
	if string(body) != "half" || err != broken {
		t.Errorf("%q, %v", body, err)
	}
}
