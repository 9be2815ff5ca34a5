package captions

import (
	"fmt"
	"strings"
	"testing"

	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/text"
)

// recogniserForms are two turns in the forms of several recognisers.
var recogniserForms = []struct{ name, src, speakers string }{
	{"Whisper", `{"text": " We close it. Too “soon”.", "segments": [{"id": 0, "seek": 0, "start": 0.0, "end": ` +
		`2.5, "text": " We close it.", "tokens": [1, 2]}, {"id": 1, "start": 3.0, "end": 4.0, "text": " Too ` +
		`\u201csoon\u201d."}], "language": "en"}`, ";"},
	{"WhisperX", `{"segments": [{"start": 0.0, "end": 2.5, "text": " We close it.", "words": [{"word": "We", ` +
		`"start": 0.0, "end": 0.3, "score": 0.9, "speaker": "SPEAKER_00"}], "speaker": "SPEAKER_00"}, {"start": ` +
		`3.0, "end": 4.0, "text": "Too “soon”.", "speaker": "SPEAKER_01"}], "word_segments": [{"word": "We", ` +
		`"start": 0.0, "end": 0.3}]}`, "SPEAKER_00;SPEAKER_01"},
	{"segments alone", `[{"start": 0, "end": 2.5, "text": "We close it.", "speaker": null}, {"start": 3, ` +
		`"end": 4, "text": "Too “soon”."}]`, ";"},
	{"whisper.cpp", `{"result": {"language": "en"}, "transcription": [{"timestamps": {"from": "00:00:00,000", ` +
		`"to": "00:00:02,500"}, "offsets": {"from": 0, "to": 2500}, "text": " We close it.", "speaker": "0"}, ` +
		`{"timestamps": {"from": "00:00:03,000", "to": "00:00:04,000"}, "offsets": {"from": 3000, "to": 4000}, ` +
		`"text": " Too “soon”.", "speaker": "1"}]}`, "Speaker 0;Speaker 1"},
	{"YouTube", `{"wireMagic": "pb3", "events": [{"tStartMs": 0, "dDurationMs": 9999, "id": 1}, {"tStartMs": 0, ` +
		`"dDurationMs": 2500, "segs": [{"utf8": "We"}, {"utf8": " close", "tOffsetMs": 300}, {"utf8": " it."}]}, ` +
		`{"tStartMs": 2500, "aAppend": 1, "segs": [{"utf8": "\n"}]}, {"tStartMs": 3000, "dDurationMs": 1000, ` +
		`"segs": [{"utf8": "Too “soon”."}]}]}`, ";"},
	{"Google", `{"results": [{"alternatives": [{"transcript": "We close it. Too “soon”.", "confidence": 0.9, ` +
		`"words": [{"startTime": "0s", "endTime": "0.300s", "word": "We"}]}, {"transcript": "We clothe it."}], ` +
		`"resultEndTime": "4s"}, {"alternatives": [{"words": [{"startTime": "0s", "endTime": "0.300s", "word": ` +
		`"We", "speakerTag": 1}, {"startTime": "0.300s", "endTime": "1s", "word": "close", "speakerTag": 1}, ` +
		`{"startTime": "1s", "endTime": "2.500s", "word": "it.", "speakerTag": 1}, {"startTime": "3s", ` +
		`"endTime": "3.500s", "word": "Too", "speakerTag": 2}, {"startTime": "3.500s", "endTime": "4s", "word": ` +
		`"“soon”.", "speakerTag": 2}]}]}]}`, "Speaker 1;Speaker 2"},
	{"Google without words", `{"results": [{"alternatives": [{"transcript": "We close it.", "confidence": ` +
		`0.9}], "resultEndTime": "2.5s"}, {"alternatives": [{"transcript": " Too “soon”."}]}]}`, ";"},
	{"Amazon", `{"jobName": "j", "results": {"transcripts": [{"transcript": "We close it. Too “soon”."}], ` +
		`"speaker_labels": {"speakers": 2, "segments": [{"start_time": "0.0", "speaker_label": "spk_0", ` +
		`"end_time": "2.5", "items": [{"speaker_label": "spk_0", "start_time": "0.0", "end_time": "0.3"}]}]}, ` +
		`"items": [{"start_time": "0.0", "end_time": "0.3", "alternatives": [{"confidence": "1.0", "content": ` +
		`"We"}], "type": "pronunciation", "speaker_label": "spk_0"}, {"start_time": "0.3", "end_time": "1.0", ` +
		`"alternatives": [{"content": "close"}], "type": "pronunciation", "speaker_label": "spk_0"}, ` +
		`{"start_time": "1.0", "end_time": "2.5", "alternatives": [{"content": "it"}], "type": "pronunciation", ` +
		`"speaker_label": "spk_0"}, {"alternatives": [{"content": "."}], "type": "punctuation", "speaker_label": ` +
		`"spk_0"}, {"start_time": "3.0", "end_time": "3.5", "alternatives": [{"content": "Too"}], "type": ` +
		`"pronunciation", "speaker_label": "spk_1"}, {"start_time": "3.5", "end_time": "4.0", "alternatives": ` +
		`[{"content": "“soon”"}], "type": "pronunciation", "speaker_label": "spk_1"}, {"alternatives": ` +
		`[{"content": "."}], "type": "punctuation"}]}}`, "spk_0;spk_1"},
	{"Amazon, speakers apart", `{"results": {"speaker_labels": {"segments": [{"items": [{"speaker_label": ` +
		`"spk_0", "start_time": "0.0"}, {"speaker_label": "spk_0", "start_time": "1.0"}, {"speaker_label": ` +
		`"spk_1", "start_time": "3.0"}]}]}, "items": [{"start_time": "0.0", "end_time": "1.0", "alternatives": ` +
		`[{"content": "We close"}], "type": "pronunciation"}, {"start_time": "1.0", "end_time": "2.5", ` +
		`"alternatives": [{"content": "it."}], "type": "pronunciation"}, {"start_time": "3.0", "end_time": ` +
		`"4.0", "alternatives": [{"content": "Too “soon”."}], "type": "pronunciation"}]}}`, "spk_0;spk_1"},
	{"Deepgram", `{"results": {"channels": [{"alternatives": [{"transcript": "We close it. Too “soon”.", ` +
		`"words": [{"word": "we", "start": 0.0, "end": 0.3, "speaker": 0, "punctuated_word": "We"}]}]}], ` +
		`"utterances": [{"start": 0.0, "end": 2.5, "transcript": "We close it.", "speaker": 0, "words": []}, ` +
		`{"start": 3.0, "end": 4.0, "transcript": "Too “soon”.", "speaker": 1}]}}`, "Speaker 0;Speaker 1"},
	{"Deepgram, words", `{"results": {"channels": [{"alternatives": [{"transcript": "we close it too soon", ` +
		`"words": [{"word": "we", "start": 0.0, "end": 0.3, "speaker": 0, "punctuated_word": "We"}, {"word": ` +
		`"close", "start": 0.3, "end": 1.0, "speaker": 0, "punctuated_word": "close"}, {"word": "it", "start": ` +
		`1.0, "end": 2.5, "speaker": 0, "punctuated_word": "it."}, {"word": "too", "start": 3.0, "end": 3.5, ` +
		`"speaker": 1, "punctuated_word": "Too"}, {"word": "soon", "start": 3.5, "end": 4.0, "speaker": 1, ` +
		`"punctuated_word": "“soon”."}]}]}]}}`, "Speaker 0;Speaker 1"},
	{"AssemblyAI", `{"id": "x", "text": "We close it. Too “soon”.", "words": [{"text": "We", "start": 0, ` +
		`"end": 300, "speaker": "A"}], "utterances": [{"speaker": "A", "text": "We close it.", "start": 0, ` +
		`"end": 2500}, {"speaker": "B", "text": "Too “soon”.", "start": 3000, "end": 4000}]}`,
		"Speaker A;Speaker B"},
	{"Rev", `{"monologues": [{"speaker": 0, "elements": [{"type": "text", "value": "We", "ts": 0.0, "end_ts": ` +
		`0.3}, {"type": "punct", "value": " "}, {"type": "text", "value": "close"}, {"type": "punct", "value": " ` +
		`"}, {"type": "text", "value": "it"}, {"type": "punct", "value": "."}]}, {"speaker": 1, "elements": ` +
		`[{"type": "text", "value": "Too “soon”"}, {"type": "punct", "value": "."}]}]}`, "Speaker 0;Speaker 1"},
}

// TestReadJSON holds what is said, by whom, when, and that every word leads back
// to the file.
func TestReadJSON(t *testing.T) {
	for _, c := range recogniserForms {
		p, err := ReadJSON("a.json", []byte(c.src))
		if err != nil || p == nil {
			t.Errorf("%s: %v, %v", c.name, p, err)
			continue
		}
		d := normalize.Build("a.json", []byte(c.src), *p)
		var said, voices []string
		for _, b := range d.Blocks {
			said = append(said, d.Kept(b.Span))
			for _, a := range d.Anchors {
				if a.Span.Start <= b.Span.Start && b.Span.Start < a.Span.End {
					voices = append(voices, a.Voice)
				}
			}
		}
		if got := strings.Join(said, "|"); got != "We close it.|Too “soon”." {
			t.Errorf("%s: %q", c.name, got)
		}
		if got := strings.Join(voices, ";"); got != c.speakers {
			t.Errorf("%s: speakers %q, want %q", c.name, got, c.speakers)
		}
		for _, w := range d.Words {
			f := d.File(w.Span())
			if raw := c.src[f.Start:f.End]; raw != d.Read(w.Span()) {
				t.Errorf("%s: %q is %q in the file", c.name, d.Read(w.Span()), raw)
			}
		}
		if last := d.Anchors[len(d.Anchors)-1]; !strings.Contains("Google without words Rev", c.name) &&
			fmt.Sprint(last.To) != "4s" {
			t.Errorf("%s: ends at %v", c.name, last.To)
		}
	}
}

func TestNoRecogniser(t *testing.T) {
	for _, src := range []string{"", "{", `{"a": 1}`, `{"items": [{"text": "A feed."}, {"text": "Its second ` +
		`item."}]}`, `{"segments": [{"start": 0}]}`,
		`{"title": "To all of the people of Lomm"}` + "\n\nAda Lund said that we will go home now, and nobody knows why.\n",
		strings.Repeat("[", 100000), `["We will go home now," he said] and so on`, `["a", "b"]`} {
		if p, err := ReadJSON("a.json", []byte(src)); p != nil || err != nil {
			t.Errorf("%.40q: %v, %v", src, p, err)
		}
	}
}

// TestReadJSONOfOtherForms reads the texts of JSON that is no list of segments, and tells
// where it is not read whole.
func TestReadJSONOfOtherForms(t *testing.T) {
	const damaged = "the JSON is damaged or cut off: what stands behind that is not read"
	for _, c := range []struct{ name, src, want, warning string }{
		{"one text", `{"text": "Don\u2019t close it. \u201cSoon,\u201d he said.\n\nJan Holt: No."}`,
			"Don’t close it. “Soon,” he said.|Jan Holt: No.", ""},
		{"of phrases", `{"recognizedPhrases": [{"nBest": [{"lexical": "we close it now", "display": "We close it now."}]}]}`,
			"we close it now", ""},
		{"short ones beside long ones", `[{"role": "user", "content": "Never."}, {"role": "mayor", "content": "We will close it now."}]`,
			"Never.|We will close it now.", ""},
		{"lines", `{"start": 0, "text": "We close it."}` + "\n" + `{"start": 9, "text": "Do we \u201cclose\u201d it?"}` + "\n",
			"We close it.|Do we “close” it?", ""},
		{"two recordings", `{"segments": [{"start": 0, "text": "We close it."}]}` +
			`{"segments": [{"start": 0, "text": "We do."}]}`, "We close it.|We do.", ""},
		{"a podcast", `{"segments": [{"startTime": 0, "speaker": "Ada", "body": "We close it."}]}`, "We close it.", ""},
		{"cut off", `{"segments": [{"start": 0, "text": "We close it."}, {"start": 9, "text": "We d`, "We close it.", damaged},
		{"cut off in its first text", `{"text": "We close \u201cit\u201d soon, said the mini`,
			"We close “it” soon, said the", damaged},
		{"something behind", `{"segments": [{"start": 0, "text": "We close it."}]} tail`, "We close it.", damaged},
		{"words alone", `[` + strings.Repeat(`{"utf8": "boat"}, `, 20) + `0]`,
			`[` + strings.Repeat(`{"utf8": "boat"}, `, 20) + `0]`,
			"JSON of a form that is not known: its words are read as they stand in the file"},
	} {
		d := readJSON(t, c.src)
		var said []string
		for _, b := range d.Blocks {
			said = append(said, d.Kept(b.Span))
		}
		if got := strings.Join(said, "|"); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
		if got := strings.Join(d.Warnings, "|"); got != c.warning || d.Partial != (c.warning != "") {
			t.Errorf("%s: warnings %q, partial %v", c.name, got, d.Partial)
		}
	}
}

// readJSON reads a recording.
func readJSON(t *testing.T, src string) *text.Document {
	t.Helper()
	p, err := ReadJSON("a.json", []byte(src))
	if err != nil || p == nil {
		t.Fatalf("%s: %v, %v", src, p, err)
	}
	return normalize.Build("a.json", []byte(src), *p)
}

// TestReadJSONUnheard keeps the words of segments that name no speaker beside some that
// do, gives them to nobody, and tells of texts that are not read.
func TestReadJSONUnheard(t *testing.T) {
	other := strings.Repeat("The boats leave at dawn tomorrow. ", 5)
	for _, c := range []struct{ name, src, want, warning string }{
		{"a speaker is missing", `{"segments": [{"start": 0, "text": "We close it.", "speaker": "Ada Lund"}, ` +
			`{"start": 9, "text": "We do not."}, {"start": 20, "text": "We do.", "speaker": "Jan Holt"}]}`,
			"Ada Lund: We close it.|UNKNOWN SPEAKER: We do not.|Jan Holt: We do.", ""},
		{"a word's speaker is missing", `{"words": [{"start": 0, "word": "We", "speaker": "Ada Lund"}, {"start": 1, "word": "close"}, ` +
			`{"start": 2, "word": "it.", "speaker": "Ada Lund"}]}`, "Ada Lund: We close it.", ""},
		{"parts of a recording", `[{"segments": [{"start": 0, "text": "We close it."}]}, {"segments": [{"start": 0, "text": "We do."}]}]`,
			": We close it.|: We do.", ""},
		{"a part without speakers", `[{"segments": [{"start": 0, "text": "We close it.", "speaker": "Ada Lund"}]}, ` +
			`{"segments": [{"start": 9, "text": "We do."}]}]`, "Ada Lund: We close it.|UNKNOWN SPEAKER: We do.", ""},
		{"another text", `{"segments": [{"start": 0, "text": "We close it."}], "more": {"words": [{"start": 0, "text": "` + other + `"}]}}`,
			": We close it.", "30 words of other texts in it, which are no copy, are not read"},
	} {
		d := readJSON(t, c.src)
		var said []string
		for _, b := range d.Blocks {
			for _, a := range d.Anchors {
				if a.Span.Start <= b.Span.Start && b.Span.Start < a.Span.End {
					said = append(said, a.Voice+": "+d.Kept(b.Span))
				}
			}
		}
		if got := strings.Join(said, "|"); got != c.want || strings.Join(d.Warnings, "; ") != c.warning || d.Partial != (c.warning != "") {
			t.Errorf("%s: %s, warnings %q", c.name, got, d.Warnings)
		}
	}
}

// FuzzReadJSON holds pieces to their order and words to the file.
func FuzzReadJSON(f *testing.F) {
	for _, c := range recogniserForms {
		f.Add(c.src)
	}
	f.Add(`{"segments":[{"start":1,"text":"\ud83d\ude00 \ud800 \n\\\"x"}]}`)
	f.Fuzz(func(t *testing.T, src string) {
		p, err := ReadJSON("x", []byte(src))
		if err != nil || p == nil {
			return
		}
		at := 0
		for _, k := range p.Pieces {
			if k.Span.Start < at || strings.TrimSpace(p.Text[at:k.Span.Start]) != "" {
				t.Fatalf("%v after %d in %q", k.Span, at, p.Text)
			}
			at = k.Span.End
		}
		d := normalize.Build("x", []byte(src), *p)
		for _, w := range d.Words {
			if s := d.File(w.Span()); s.Start < 0 || s.Start > s.End || s.End > len(src) {
				t.Fatalf("%q at %v", d.Read(w.Span()), s)
			}
		}
	})
}
