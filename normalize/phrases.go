package normalize

import (
	"regexp"
	"strings"
)

// What pages say besides their articles. A line is junk by its words alone only
// where these leave no doubt: the whole line is one of these phrases, or it
// begins with one and is short, or it is of a form that no article has. All
// else depends on where the line stands (region.go).

// wholeLines are lines that say nothing else, as keys: lower case, words and
// numbers only. The key's digits are read as 0.
var wholeLines = keyTable(map[string]string{
	"player": `listen to audio|listen|listen to this article|listen to article|listen now|play|pause|play audio|play video|watch|watch video|watch the video|
		watch now|watch live|audio|download audio|download mp0|embed|embed code|embed this song|embed this track|embed this|embed video|copy song link|copy track link|copy link|copy embed code|
		copy the link|loading|loading player|buffering|your browser does not support the audio element|your browser does not support the video tag|
		volume|mute|unmute|fullscreen|full screen|playback speed|skip|rewind|live|now playing|up next|seek|current time|duration|view transcript|video player`,
	"share": `share|share this|share this article|share this story|share this page|share on facebook|share on twitter|share on x|share via email|share on whatsapp|
		tweet|tweet this|retweet|facebook|twitter|linkedin|whatsapp|telegram|reddit|pinterest|instagram|youtube|digg|digg this|digg it|del icio us|delicious|
		stumbleupon|newsvine|mixx|myspace|google plus|google|fark|technorati|furl|propeller|flipboard|pocket|email|e mail|email this|email this article|email this story|email article|
		email story|email to a friend|email a friend|e mail this|e mail this article|e mail this story|e mail to a friend|e mail article|print|print this|
		print this article|print this story|print this page|print article|print story|printer friendly|printer friendly version|printable version|print version|
		send to a friend|send this to a friend|save|save this|save article|save this article|bookmark|bookmark this|bookmark this page|text size|font size|a a a|
		increase text size|decrease text size|larger text|smaller text|single page|reprints|reprints permissions|post to del icio us|post to newsvine|
		add to favorites|copy|more sharing options|share print|share email|email print|email print share|print email|share save|recommend|recommend this|like|like this|
		like us on facebook|follow us|follow us on twitter|follow us on facebook|follow|yahoo buzz|buzz up|seed newsvine|view article on single page|what s this|
		email this print this|respond to this|alert me|discuss|tools|article tools|story tools|page tools|share bookmark`,
	"subscribe": `subscribe|subscribe now|subscribe today|subscribe here|sign up|sign up now|sign up today|sign in|log in|login|log out|logout|register|register now|register here|
		sign up for our newsletter|sign up for our free newsletter|sign up for our newsletters|subscribe to our newsletter|subscribe to our newsletters|newsletter|newsletters|get our newsletter|
		get the newsletter|rss|rss feed|rss feeds|get rss feeds|rss feed for this story|email alerts|e mail alerts|news alerts|get alerts|your email|your email address|email address|enter your email|
		create account|create an account|my account|my profile|subscribe to rss|support us|donate|donate now|become a member|become a subscriber|join now|free newsletter|podcasts|podcast`,
	"advertisement": `advertisement|advertisements|advertising|advertise|advertise with us|advertise here|ad|ads|sponsored|sponsored links|sponsored link|sponsored content|
		sponsor|sponsors|promoted|promoted content|paid content|ads by google|ad feedback|story continues below advertisement|story continues below|article continues below|article continues below advertisement|
		advertisement continue reading|continue reading below|scroll to continue|scroll to continue with content|skip ad|skip advertisement|remove ads|report this ad|partner content|
		ads by|google ads|advertiser links|shopping|shop|special offers|offers|deals|buy now|featured jobs`,
	"cookie notice": `accept|accept all|accept cookies|accept all cookies|reject all|manage cookies|cookie settings|cookie policy|cookie preferences|manage preferences|
		privacy settings|got it|i agree|we use cookies`,
	"navigation": `home|homepage|home page|skip to content|skip to main content|skip navigation|skip to navigation|main navigation|menu|main menu|navigation|search|advanced search|search this site|
		search the web|search for|site search|back|back to top|top|top of page|return to top|back to home|next|previous|prev|next page|previous page|next article|previous article|
		next story|previous story|page|continue reading|read more|more|see more|view more|show more|load more|view all|see all|more news|all news|latest news|latest|
		site map|sitemap|contact|contact us|about|about us|help|faq|faqs|feedback|terms|terms of use|terms of service|terms and conditions|terms conditions|privacy|
		privacy policy|privacy statement|your privacy rights|legal|accessibility|archive|archives|careers|jobs|classifieds|obituaries|horoscopes|crossword|weather|tv listings|
		sections|site index|mobile|mobile version|desktop version|close|open|go|submit|ok|cancel|clear|expand|collapse|toggle navigation|you are here|web|site|
		text version|full site|customer service|subscriber services|home delivery|place an ad|yellow pages|multimedia|photo galleries|photos|videos|galleries|forums|blogs|newspapers|edition|editions|
		international editions|partners|services|community|breaking news|top stories|top news|news|all|hide|show|click here|click to enlarge|enlarge|enlarge image|enlarge photo|view slideshow|slideshow|photo gallery|view gallery`,
	"related": `related|related articles|related stories|related story|related links|related content|related news|related topics|related tags|related items|related posts|related coverage|related video|related videos|
		related to this story|related to story|related information|see also|also see|more on this story|more on this|more on this topic|more stories|more from this section|more from|more like this|
		more headlines|more articles|other stories|other news|other articles|you may also like|you might also like|you may like|recommended|recommended for you|recommended stories|
		recommended reading|read also|read next|read this next|up next|don t miss|in other news|also in the news|also in this section|elsewhere on the web|from around the web|around the web|
		from the web|from our partners|editor s choice|editors choice|editor s picks|editors picks|editor s pick|trending|trending now|what s hot|in this section|in pictures|in depth|tags|topics|categories|
		filed under|keywords|more in|links|external links|related internet links|featured|features|special reports|special report|latest headlines|headlines|today s headlines|news headlines|previously`,
	"most popular": `most popular|most popular stories|most popular articles|popular|popular posts|popular now|popular stories|most read|most read articles|most viewed|most viewed stories|
		most viewed articles|most e mailed|most emailed|most shared|most commented|most discussed|most recent|most watched|most active|top 0|top stories today|recent posts|recent articles|recent stories|recent news|latest posts|latest stories|latest articles`,
	"comments": `comments|comment|recent comments|latest comments|add comment|add a comment|add your comment|add your comments|post a comment|post comment|post your comment|post new comment|leave a comment|leave a reply|leave your comment|
		leave comment|write a comment|reader comments|readers comments|your comments|user comments|view comments|view all comments|show comments|read comments|see all comments|
		no comments|no comments yet|0 comments|0 comment|comments 0|be the first to comment|have your say|join the discussion|join the conversation|join the debate|reply|report this comment|report abuse|report this post|
		reply to this comment|offensive unsuitable report this comment|flag as inappropriate|comments are closed|comments closed|comment on this story|comment on this article|
		comments on this story|discuss this story|discuss this article|talk back|sort by|newest first|oldest first|email me new comments|what do you think|your say|your views|rate this article|rate this story|rate this`,
	"delivery note": `check against delivery|please check against delivery|check against delivered speech|as prepared for delivery|remarks as prepared for delivery|prepared for delivery|
		speech as prepared for delivery|as delivered|remarks as delivered|speech as delivered|embargoed until delivery|embargoed until delivered|strictly embargoed until delivery|
		not checked against delivery|checked against delivery|subject to delivery|es gilt das gesprochene wort|seul le prononcé fait foi|uncorrected transcript|unrevised transcript`,
	"site counter": `clicky|hit tracker|hit counter|web counter|free hit counter|free web counter|web analytics|site meter|sitemeter|statcounter|stat counter|quantcast|visitor counter|web tracker|tracking pixel|
		page views|views|view counter|google analytics|counter`,
})

// openings are the ways in which short junk lines begin, as keys.
var openings = keyTable(map[string]string{
	"share":         `font size |text size |e mail article |email article |print article |submit comment |share this |email this |e mail this |print this |click to share |share on |post to |save to |send this |add to |bookmark |follow us |join us on |find us on |like us on `,
	"subscribe":     `subscribe to |sign up for |sign up to |register for |get the latest |get our |get breaking news |receive our |click here to subscribe |already a subscriber |already have an account |join our mailing `,
	"advertisement": `ads by |sponsored by |advertisement |brought to you by |powered by |hosted by `,
	"copyright":     `copyright 0|copyright c 0|c copyright |all rights reserved`,
	"comments":      `posted by |report this |you must be logged in |log in to |login to |please log in |please sign in |to post a comment |0 comments |comments 0 |view all 0 comments |read all 0 comments |be the first to comment`,
	"related":       `related stories |related articles |read more |see also |more from |more in |more on |also read |read also |click here |click to |view all |see all |browse all |watch more |related `,
	"navigation":    `sign in to |please support |discuss this |loading |to read this |submit a |skip to |back to |go to |return to |you are here |home news |home world |jump to |search for `,
	"most popular":  `most popular |most read |most viewed `,
	"player":        `your browser does not support |this media player |this video |requires flash |to view this |javascript is |you need to upgrade |please enable javascript |download flash `,
	"cookie notice": `this site uses cookies|this website uses cookies|we use cookies|by continuing to use |by using this site |by continuing to browse `,
})

// forms are the shapes of junk that has no fixed words. A form is tried on lines
// of at most so many words (0: any) that have one of its needs.
var forms = []form{
	{reason: "copyright", most: 60, needs: needs(`©¦opyright¦OPYRIGHT¦(c) ¦(C) `), re: regexp.MustCompile(`(?i)^\W*(?:content |site |entire contents |article |text )?(?:©|\(c\) ?\d{4}|copyright ?(?:©|\(c\)|[12]\d{3}|by ))`)},
	{reason: "copyright", most: 60, needs: needs(`©¦ights reserved¦IGHTS RESERVED¦ights Reserved¦be published¦eproduc`), re: regexp.MustCompile(`(?i)©\s*(?:copyright)?\s*[12]\d{3}|all rights reserved|may not be published, broadcast|not be (?:reproduced|republished|rewritten)|reproduction (?:in whole|without|is prohibited)|[12]\d{3} ?©`)},
	{reason: "disclaimer", most: 80, needs: needs(`esponsib¦iable ¦ndorse¦iability¦xpressed ¦purposes only¦necessarily reflect¦delayed ¦ermission¦ccuracy`), re: regexp.MustCompile(`(?i)(?:we|site) (?:is|are) not (?:responsible|liable) for|not responsible for the (?:content|accuracy)|(?:views|opinions) expressed (?:in this|by the author|on this|here are|herein)|this (?:web)?site (?:provides|is provided|uses|contains) .*(?:accura|responsib|liab)|for (?:informational|information|educational|entertainment) purposes only|(?:accepts?|assumes?) no (?:responsibility|liability) for|does not necessarily reflect|do not necessarily reflect|quotes delayed|constitutes acceptance|without (?:the )?(?:prior |express )(?:written )?permission`)},
	{reason: "cookie notice", most: 80, needs: needs(`cookies`), re: regexp.MustCompile(`(?i)\b(?:(?:site|we|page) uses?|accept|our use of) cookies\b`)},
	{reason: "navigation", most: 12, needs: needs(`>¦»¦›¦You are here¦Home ¦HOME `), re: regexp.MustCompile(`^(?:Home|HOME|You are here:?)\s*[>»›/|:·]`)},
	{reason: "navigation", most: 60, needs: needs(`Home`), re: regexp.MustCompile(`^Home\p{Lu}\pL+(?: \pL+)?\p{Lu}`)},
	{reason: "navigation", most: 0, needs: needs(`|`), re: regexp.MustCompile(`(?:[^|]{1,40}\|){3,}`)},
	{reason: "navigation", most: 14, needs: needs(`>¦»¦›`), re: regexp.MustCompile(`^\s*[\pL&' ]{2,25}(?:\s[>»›]\s[\pL&' ]{2,40})+\s*[>»›]?$`)},
	{reason: "navigation", most: 0, needs: needs(`function¦var ¦<!--¦<script¦document.¦window.`), re: regexp.MustCompile(`^\W*(?:function ?\w*\(|var \w+ ?=|<!--|<script|document\.\w|window\.\w)`)},
	{reason: "navigation", most: 12, needs: needs(`age ¦1¦2`), re: regexp.MustCompile(`(?i)^page \d+ of \d+$|^\(?page \d+\)?$|^\[? ?\d+ ?(?:[|,\]\[] ?\d+ ?)+\]?$`)},
	{reason: "share", most: 8, needs: needs(`hare¦ike¦weet¦iew¦ead¦HARE`), re: regexp.MustCompile(`(?i)^(?:\d[\d,.]*k?\s+)?(?:shares?|likes?|tweets?|retweets?|views|reads?)\s*:?\s*[\d,.k]*$`)},
	{reason: "comments", most: 8, needs: needs(`omment¦OMMENT¦epl¦espon`), re: regexp.MustCompile(`(?i)^\W*(?:\d+|no|view|read|add|post|see)?\s*(?:all\s*)?\(?\d*\)?\s*(?:reader |user )?(?:comments?|repl(?:y|ies)|responses?)\s*[(:]?\s*\d*\s*\)?\W*$`)},
	{reason: "comments", most: 14, needs: needs(`1¦2`), re: regexp.MustCompile(`(?i)^\W*(?:posted |comment |reply |written |by |from )*(?:by:? )?[\pL\pN_@.'’ -]{2,40},? ?(?:\||-|on|at|,|said|says|wrote|\()\s*(?:on )?(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|(?:` + monthNames + `)\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{1,2} (?:` + monthNames + `) \d{4}),?(?: at| @| -)? \d{1,2}[:.]\d\d(?:[:.]\d\d)? ?(?:am|pm|a\.m\.|p\.m\.)?\W*(?:says|said|wrote)?\W*$`)},
	{reason: "comments", most: 8, needs: needs(`ays:¦aid:¦rote:¦osted by`), re: regexp.MustCompile(`^(?:[\pL\pN_@.'’ -]{0,40}\b(?:says|said|wrote|Says|Said|Wrote)|[Pp]osted by):$`), page: true},
	{reason: "most popular", most: 10, needs: needs(`ost ¦OST `), re: regexp.MustCompile(`(?i)^(?:the )?most (?:popular|read|viewed|e-?mailed|shared|commented|watched|discussed)\b`)},
}

type form struct {
	reason string
	most   int
	needs  []string
	re     *regexp.Regexp
	page   bool // only on a page that is known to have more than its article
}

func needs(list string) []string { return strings.Split(list, "¦") }

const shortForm = 14 // words of a line on which all forms are tried

// legalWords are those without which a longer line is no copyright line, no
// disclaimer and no cookie notice.
var legalWords = set(`copyright reserved broadcast republished reproduced rewritten reproduction responsible liable views opinions purposes
	cookies accuracy accurate reflect delayed liability responsibility permission acceptance constitutes`)

var legalForms = map[string]bool{"copyright": true, "disclaimer": true, "cookie notice": true}

// fits reports whether the line is of form f.
func (f *form) fits(l *line) bool {
	if f.most != 0 && l.n > f.most || l.n > shortForm && f.most > shortForm && !l.legal && !l.marked {
		return false
	}
	if l.quoted && legalForms[f.reason] {
		return false // somebody says so
	}
	for _, need := range f.needs {
		if strings.Contains(l.text, need) {
			return f.re.MatchString(l.text[:min(len(l.text), 600)])
		}
	}
	return false
}

// phraseReason is the reason why a line is junk by its words alone, or "". On
// what is known to be a page with more on it than its article, a line is junk
// too that may be somebody's words elsewhere ("OK." "She said:").
func phraseReason(l *line, page bool) string {
	if l.n <= 8 {
		if r := wholeLines[l.key]; r != "" && (page || !l.ends || r == "delivery note") {
			return r
		}
	}
	if l.n <= shortForm || l.legal || l.marked {
		for i := range forms {
			if f := &forms[i]; (page || !f.page) && f.fits(l) {
				return f.reason
			}
		}
	}
	if l.n == 0 && firstLetter(l.text) == 0 {
		return "rule"
	}
	if l.n <= 2 && listNumber.MatchString(l.text) {
		return "list number"
	}
	if l.n > 12 || l.ends {
		return ""
	}
	for i := range l.key {
		if l.key[i] == ' ' {
			if r := openings[l.key[:i+1]]; r != "" {
				return r
			}
		}
	}
	return openings[l.key]
}

var listNumber = regexp.MustCompile(`^\(?\d{1,3}[.)]{1,2}$`)

// keyTable turns lists of phrases, divided by bars, into a look-up of reasons.
func keyTable(lists map[string]string) map[string]string {
	m := map[string]string{}
	for reason, list := range lists {
		for phrase := range strings.SplitSeq(list, "|") {
			phrase = strings.TrimLeft(phrase, " \t\n")
			if was := m[phrase]; was == "" || reason < was {
				m[phrase] = reason
			}
		}
	}
	return m
}
