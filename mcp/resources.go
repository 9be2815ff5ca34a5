package main

import (
	"cmp"
	"context"
	"net/url"
	"strings"

	sdk "github.com/modelcontextprotocol/go-sdk/mcp"

	"github.com/quoteprov/quoteprov/text"
)

// addResources adds the transcripts.
func (s *server) addResources(m *sdk.Server) {
	for _, d := range s.docs {
		uri, said := uriOf(d.Name), legible(d)
		m.AddResource(&sdk.Resource{
			URI: uri, Name: d.Name, Title: cmp.Or(d.Meta.Title, d.Name), Description: about(d),
			MIMEType: "text/plain", Size: int64(len(said)),
		}, func(context.Context, *sdk.ReadResourceRequest) (*sdk.ReadResourceResult, error) {
			return &sdk.ReadResourceResult{Contents: []*sdk.ResourceContents{
				{URI: uri, MIMEType: "text/plain", Text: said},
			}}, nil
		})
	}
}

// uriOf names a transcript. It is no address: under it nothing is known but the
// transcripts.
func uriOf(name string) string { return "transcript:" + (&url.URL{Path: name}).EscapedPath() }

// legible is a transcript as one reads it: plain text as it stands, so that lines and
// bytes are those of the answers; of any other format the words that were kept, a
// paragraph a line.
func legible(d *text.Document) string {
	if d.Text == d.Source {
		return strings.ToValidUTF8(d.Text, "\ufffd")
	}
	var b strings.Builder
	for _, block := range d.Blocks {
		b.WriteString(d.Kept(block.Span) + "\n")
	}
	return b.String()
}

// about says what is known of a transcript.
func about(d *text.Document) string {
	known := []string{"a transcript to hold quotes to"}
	for _, fact := range []struct{ what, value string }{
		{"speaker", d.Meta.Speaker}, {"date", d.Meta.Published}, {"kind", d.Meta.Kind}, {"url", d.Meta.URL},
	} {
		if fact.value != "" {
			known = append(known, fact.what+" "+fact.value)
		}
	}
	if d.Partial {
		known = append(known, "read in part")
	}
	return strings.Join(known, ", ")
}
