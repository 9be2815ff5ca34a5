// Package quoteprov carries the example that the checker shows when it is
// given nothing else. The library is in the packages below it:
//
//   - provenance: what became of a speech's words in a report of it
//   - provenance/record, provenance/render: the same as data, and in all formats
//   - provenance/stream: the same of a text that is being written
//   - provenance/provenancetest: the same in a test suite
//   - align: where a run of words comes from
//   - speech: who says what, in a report and in a transcript
//   - normalize: a page, with every byte in its place
//   - text: what all of them read
package quoteprov

import "embed"

// Example holds the bundled reports and transcripts, under their paths in the
// module: testdata/speeches and testdata/reports. They are invented.
//
//go:embed testdata/speeches testdata/reports/altered.txt testdata/reports/translation.txt testdata/reports/truncation.txt
var Example embed.FS
