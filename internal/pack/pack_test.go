package pack

import (
	"encoding/binary"
	"errors"
	"math"
	"reflect"
	"testing"

	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/text"
)

type thing struct {
	N     int
	U     uint32
	Yes   bool
	S     string
	B     []byte
	Spans []text.Span
	Names []string
	P     *text.Span
}

func TestReadGivesBackWhatWasAppended(t *testing.T) {
	for _, want := range []thing{
		{},
		{N: -5, U: 1<<32 - 1, Yes: true, S: "a\xffb", B: []byte{0, 255}, Names: []string{"", "x"}, P: &text.Span{Start: 3, End: 9}},
		{Spans: []text.Span{{Start: math.MaxInt, End: 2}, {Start: -1, End: 5}, {}}},
	} {
		var got thing
		if err := Read(Append(nil, want), &got); err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("got %+v, %v, want %+v", got, err, want)
		}
	}
}

func TestDocument(t *testing.T) {
	d := normalize.Text("a", []byte("\xef\xbb\xbfThe \u201cpier\u201d is open [applause].\r\n\r\nMR. NAME: It was 10 below zero, and we\x92re glad.\r\n"))
	var got text.Document
	if err := Read(Append(nil, *d), &got); err != nil || !reflect.DeepEqual(got, *d) {
		t.Errorf("%v\n got %+v\nwant %+v", err, got, *d)
	}
}

func TestDamaged(t *testing.T) {
	b := Append(nil, thing{S: "abc", Spans: []text.Span{{Start: 1, End: 2}}, P: &text.Span{}})
	for n := range b {
		var got thing
		if err := Read(b[:n], &got); !errors.Is(err, ErrDamaged) {
			t.Errorf("%d of %d bytes: %v", n, len(b), err)
		}
	}
	var got thing
	if err := Read(append(b, 0), &got); !errors.Is(err, ErrDamaged) {
		t.Errorf("a byte too many: %v", err)
	}
}

// TestMemory: a list that says it is longer than its bytes can be takes no memory.
func TestMemory(t *testing.T) {
	b := append(binary.AppendUvarint(nil, 8<<20), make([]byte, 8<<20)...)
	for _, list := range []any{new([]thing), new([]text.Post), new([]text.Block)} {
		if err := Read(b, list); !errors.Is(err, ErrDamaged) || reflect.ValueOf(list).Elem().Cap() > 0 {
			t.Errorf("%T: %v, %d elements", list, err, reflect.ValueOf(list).Elem().Cap())
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add(Append(nil, thing{S: "abc", Spans: []text.Span{{Start: 1, End: 2}}}))
	f.Add([]byte{0xff, 0xff, 0xff, 0xff, 0xff, 0xff})
	f.Fuzz(func(t *testing.T, b []byte) {
		var v thing
		if Read(b, &v) == nil {
			var again thing
			if err := Read(Append(nil, v), &again); err != nil || !reflect.DeepEqual(v, again) {
				t.Errorf("%+v became %+v, %v", v, again, err)
			}
		}
		var d text.Document
		_ = Read(b, &d)
	})
}
