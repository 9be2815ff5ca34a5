package provenance

import (
	"fmt"
	"strings"
	"testing"
)

func TestReadClaims(t *testing.T) {
	for _, x := range []struct{ src, want, err string }{
		{"We stay.\r\n“We go.”\n\n— ‘We wait’\n", "We stay. | We go. |  | We wait", ""},
		{"\ufeffWe stay.", "We stay.", ""},
		{"\ufeff{\"quote\": \"We stay.\"}\n\n{\"quote\":\"We \\u201cgo\\u201d.\", \"id\": 7, \"speaker\":\"Mira Dolan\"}\n", "We stay. |  | 7: We “go”. (Mira Dolan)", ""},
		{"{\"quote\": \"We stay.\", \"id\": null}\nbroken\n{\"speaker\": \"x\"}\n{\"quote\": 3}", `We stay. | broken | {"speaker": "x"} | {"quote": 3}`,
			"q:2: not a JSON object: invalid character 'b' looking for beginning of value / q:3: no \"quote\" in it / q:4: \"quote\" is a number and should be text"},
		{"", "", "q: no quotes in it"},
		{"\xff\xfe", "", "q: not UTF-8: a file of quotes is UTF-8"},
	} {
		d, claims, err := ReadClaims("q", []byte(x.src))
		var got []string
		for _, c := range claims {
			s := d.Read(c.Quote.Spans[0])
			if c.ID != "" {
				s = c.ID + ": " + s
			}
			if c.Quote.Speaker != nil {
				s += fmt.Sprintf(" (%s)", c.Quote.Speaker.Name)
				if f := d.File(c.Quote.Speaker.Mention); d.Source[f.Start:f.End] != c.Quote.Speaker.Name {
					t.Errorf("the mention's bytes read %q", d.Source[f.Start:f.End])
				}
			}
			got = append(got, s)
		}
		if s := strings.Join(got, " | "); s != x.want {
			t.Errorf("%q: got %q, want %q", x.src, s, x.want)
		}
		if got := strings.ReplaceAll(fmt.Sprint(err), "\n", " / "); got != x.err && (err != nil || x.err != "") {
			t.Errorf("%q: error %q, want %q", x.src, got, x.err)
		}
	}
}
