package main

import (
	"bytes"
	"cmp"
	"context"
	"errors"

	sdk "github.com/modelcontextprotocol/go-sdk/mcp"

	"github.com/quoteprov/quoteprov/provenance"
	"github.com/quoteprov/quoteprov/provenance/changes"
	"github.com/quoteprov/quoteprov/text"
)

// A CompareIn is what compare_versions is asked.
type CompareIn struct {
	Old    Version `json:"old" jsonschema:"the older version"`
	New    Version `json:"new" jsonschema:"the newer version"`
	Record bool    `json:"record,omitempty" jsonschema:"attach the complete record, the JSON that checker diff prints; long"`
}

// A Version is a text, or the name of a transcript.
type Version struct {
	Text       string `json:"text,omitempty" jsonschema:"the words, plain text or HTML"`
	Name       string `json:"name,omitempty" jsonschema:"what to call the text in the answer"`
	Transcript string `json:"transcript,omitempty" jsonschema:"instead of text: the name of a transcript of this server"`
}

// A CompareOut is what became of a text from one version to the next.
type CompareOut struct {
	Same        bool           `json:"same" jsonschema:"the words, their speakers, headline, date and byline are the same"`
	Unrelated   bool           `json:"unrelated,omitempty" jsonschema:"the two have nothing in common"`
	Bounded     bool           `json:"bounded,omitempty" jsonschema:"a limit of work was reached; some passages were not compared"`
	Warnings    []string       `json:"warnings,omitempty" jsonschema:"which limit of work was reached, what was not done, and what of the texts was not read"`
	Metadata    []changes.Meta `json:"metadata" jsonschema:"what changed of headline, date and byline"`
	Passages    []Passage      `json:"passages" jsonschema:"what is not the same, in the order of the new version"`
	Differences []Difference   `json:"differences" jsonschema:"what changed; quoted are words of the new version, said those of the old one"`
}

// A Passage is sentences of both versions that belong together.
type Passage struct {
	Fate  string `json:"fate" jsonschema:"what became of them"`
	Moved bool   `json:"moved,omitempty" jsonschema:"they stand elsewhere"`
	Old   string `json:"old,omitempty"`
	New   string `json:"new,omitempty"`
}

// compare compares two versions.
func (s *server) compare(_ context.Context, in CompareIn) (content []sdk.Content, out CompareOut, err error) {
	old, oldErr := s.version("old", in.Old)
	new, newErr := s.version("new", in.New)
	if err := errors.Join(oldErr, newErr); err != nil {
		return nil, out, err
	}
	c := provenance.Compare(old, new, s.opts)
	if err := c.Err(); err != nil {
		return nil, out, err
	}
	var b bytes.Buffer
	err = changes.Write(&b, "text", c, changes.Options{})
	content = []sdk.Content{&sdk.TextContent{Text: b.String()}}
	if in.Record && err == nil {
		var whole sdk.Content
		whole, err = attached("quoteprov:comparison", func(b *bytes.Buffer) error {
			return changes.Write(b, "json", c, changes.Options{})
		})
		content = append(content, whole)
	}
	return content, compared(c), err
}

// version is one of the texts to be compared.
func (s *server) version(which string, v Version) (*text.Document, error) {
	switch {
	case v.Text != "" && v.Transcript != "":
		return nil, errors.New(which + ": give text or transcript, not both")
	case v.Transcript != "":
		i, err := s.find(v.Transcript)
		if err != nil {
			return nil, err
		}
		return s.docs[i], nil
	}
	if err := cmp.Or(given(which+".text", v.Text), called(v.Name)); err != nil {
		return nil, err
	}
	return s.limits.Read(cmp.Or(v.Name, which), []byte(v.Text))
}

// compared is a comparison in short.
func compared(c *provenance.Comparison) CompareOut {
	r := changes.Of(c)
	out := CompareOut{
		Same: r.Same, Unrelated: r.Unrelated, Bounded: r.Bounded, Warnings: r.Warnings, Metadata: r.Metadata,
		Passages: []Passage{}, Differences: []Difference{},
	}
	for _, p := range c.Passages {
		if p.Fate == provenance.Kept && !p.Shifted {
			continue
		}
		out.Passages = append(out.Passages, Passage{
			Fate: string(p.Fate), Moved: p.Shifted, Old: c.Old.KeptAll(p.Old), New: c.New.KeptAll(p.New),
		})
	}
	for _, d := range r.Differences {
		out.Differences = append(out.Differences, differenceOf(d))
	}
	return out
}
