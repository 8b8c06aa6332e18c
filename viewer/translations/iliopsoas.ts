<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1">
<context>
    <name></name>
    <message>
        <source>Anterior view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See the body from the front</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Posterior view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See the body from the back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See the body from the person&apos;s left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See the body from the person&apos;s right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Superior view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See the body from above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inferior view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See the body from below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a &amp;picture…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the 3D view as a PNG picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Search structures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a name to find a structure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Read the facts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back what was done last, camera and notes included</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;questions…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Questions of a teacher, from a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open a walk…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A walk of your own, from a file anywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do again what was taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Focus the facts: Up and Down step, Ctrl+Enter follows; again closes them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Clear, or close the panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End what is asked or placed, close the panel that has the keyboard, or select nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Frame the selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring the selection close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything as at the start; undo brings it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock &amp;tilt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the spine lean while turning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reduce &amp;motion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut to a new view instead of gliding there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Structures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Hide the selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the selection away, or bring it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Isolate the selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the selection alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show &amp;all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring back what was put away; again, everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Peel a layer away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take away the outermost layer, from the skin inwards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the layer &amp;back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put back the layer that was peeled last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Peel from the s&amp;kin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show everything first, with the skin around it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Ghost the rest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let everything but the selection recede</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write names beside the structures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Overlays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attachments, zones and trigger points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next &amp;variation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both sides, left only, right only, absent, and round again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Forms…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The form on each side: the usual one, or a rarer one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Where does it hurt?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Point at the skin: which muscles refer pain there?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Root levels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What each level of the spinal cord reaches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;tudy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A &amp;class of thirty…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw thirty bodies: how many lack a muscle?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Co&amp;mpare two structures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two structures side by side, lit in the 3D view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Guided walks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find it by touch, or move: consent, cautions and steps, shown in the 3D view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell them &amp;apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cable or fan, medial or lateral: claims side by side, shown in the 3D view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ne&amp;xt step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next step of the walk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step &amp;before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The step before in the walk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Read the step aloud</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With the system&apos;s voice, where it has one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With a section: drag its frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move it; Alt and wheel, [ ] and { } move it too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put it somewhere else; a double click lets it find its place again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alt and arrow keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the name of the selection (in the 3D view); Alt and Home: back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>While drawing: left button, pen, finger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw; right button or two fingers: turn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With the spotlight: Ctrl and the wheel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With the finger: press, drag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lay it on the skin, aim it; beside the body or with the right button: turn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With the finger: wheel, + and −</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Push it deeper, let it out; Ctrl and wheel: zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With the finger: arrow keys, with Shift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move it on the skin, aim it; with Ctrl: turn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Giving a lesson: page keys, Space, arrow keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next scene, the one before; Home and End: the first, the last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Giving a lesson: a number, Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To that scene; Backspace comes back from a detour, B blanks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your &amp;notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own notes on the selection, kept apart from the data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note on a p&amp;lace…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin a note to the selection, or to the middle of the view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P&amp;ins of your notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in the 3D view where your notes are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>T&amp;rain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Be asked: names, places, attachments, nerves, pain; answered on the body</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your pr&amp;ogress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you know, what fades, and what to practise next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A &amp;finger on the skin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press on the skin: what lies under the finger, how deep, and what to keep off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other p&amp;lane of the section</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut across the body along the finger&apos;s way, or along the body</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the sectio&amp;n…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The section as a PNG or SVG picture, with names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cop&amp;y the section</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The section as a picture to be pasted elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Sources…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every source, with all that rests on it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a &amp;lesson…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A lesson from a file anywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sa&amp;ve the lesson</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scenes, captions and notes in one file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the lesson &amp;as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lesson in another file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Handout…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lesson on paper: pictures, captions, sources, as PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3D &amp;model…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is shown, for other programs and for 3D printing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page for a &amp;browser…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is shown, to be turned in any browser, offline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sha&amp;re with the class…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the class open a page on their own devices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Projector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The 3D view alone on the full screen, or on the projector beside this one; gives the lesson that is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Blank the screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing for the class to look at; any key brings it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Spotlight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pointer lights a place of the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Freeze the projector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The class sees this picture until you let go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pro&amp;jector on the other screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the stage and your window change places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Console</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For who teaches with two screens: notes, what comes next, answers, the time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Lessons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scenes in order: make them here, give them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Add this scene</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is shown now, as the next scene of the lesson</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Come back to the lesson</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scene as it was planned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the &amp;class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every name gone, until you reveal it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reveal the name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name of what is asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for the &amp;next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another structure of those that are shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which is a&amp;bsent here?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A body as it may come in at the door, without names: what does it lack?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;ection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut through everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Other way of the section</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Across, from the side, from the front</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>O&amp;ther side of the section</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was away comes back, the other side goes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look straight at t&amp;he section</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Across the body as on a scan: from below, the person&apos;s right at the left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Section one level o&amp;n</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Down, to the left or to the back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Section one level bac&amp;k</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up, to the right or to the front</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Section 2 mm &amp;in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Further into the body; } for 10 mm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Section 2 mm o&amp;ut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Less of it away; { for 10 mm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Section 10 mm in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Further into the body</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Section 10 mm out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Less of it away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Draw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw with mouse, pen or finger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw on the b&amp;ody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines stick to what they touch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Wipe the drawing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing drawn any more; undo brings it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;List of structures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fold the list to a strip, or unfold it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw without the &amp;graphics card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For a graphics card that crashes; from the next start on the processor draws, slower</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page in a &amp;window of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the panel&apos;s page to a second screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Faults in the annotations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is wrong with the file, and where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keys and mouse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All of this on one page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the &amp;log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the program noted: starts, faults, what was slow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy a report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Versions, graphics and the last commands, to be sent; nothing of it says who you are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About Iliopsoas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Middle drag, or Shift and drag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom to the pointer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select; click on nothing to clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl and click</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add to the selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right click, or the menu key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu of the structure, note on that place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click on a pin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open its note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrow keys, with Shift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn, shift (in the 3D view)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>+ and −</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom (in the 3D view)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A 3D anatomy viewer of the lumbar spine, pelvis, femurs and the iliopsoas, for teaching and learning.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every structure was modelled for this program from named landmarks and published measurements. Every fact names its source, and says where sources disagree.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is no medical device and gives no advice for diagnosis or treatment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Program: MIT licence. Models and texts: CC BY 4.0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys and mouse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Iliopsoas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mouse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{key} or {other}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also selected: {others}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The facts are here again when the question is answered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show this form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the usual form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where does it hurt?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click the place on the body in the 3D view, or choose an area from this list. Esc ends it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which muscles refer pain here?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It hurts here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trigger points of which muscle are said to send pain to the area that is shown?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where are trigger points of {name} said to send pain? Click the skin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Traditional charts, whose reliability is disputed: where to look, not what is wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No charted area covers this place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Muscles, the likeliest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All areas by name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose {title}, its area lit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Root levels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What a level of the spinal cord reaches through its roots.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All that {level} reaches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Levels, from above down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Root level {level}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select all of it in the 3D view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the scene</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attachments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nerves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Referral</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nerves that it joins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Muscles that it supplies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} on both sides (M steps)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the form of {name} on each side (Shift+M)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>agreed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>partly agreed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>disputed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tradition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>essential</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>spill-over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>middle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Middle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>origin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>insertion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name withheld</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names are withheld during a question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not modelled yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} on the person&apos;s left only (M steps)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} on the person&apos;s right only (M steps)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For&amp;m</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>usual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As in most of those who have it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Absent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This body has none on this side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} absent on both sides (M steps)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The note that you write now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>usage: </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See the lumbar spine, pelvis, femurs and the iliopsoas in 3D, with what is known of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what to do, instead of opening the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what a picture or the window shows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a lesson</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Variations have options of their own, named as in the annotations and followed by both, left, right or absent: for instance --psoas-minor left draws a body that has it on the person&apos;s left only. --form ID=FORM gives a structure one of its forms, &quot;usual&quot; for the usual one; a form that is not known is refused with a list of those that are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without --list, --describe or --screenshot the window opens. Exit code 2 says that something given could not be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>print every structure&apos;s id, English and Latin name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>print what is known of a structure, with sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>draw a picture without a window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>say all that is wrong with a guided walk of your own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>say all that is wrong with a lesson&apos;s file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>print what the program sees of this machine, and what is wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>print the program&apos;s version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>print this page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose a structure (repeatable)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a structure&apos;s form (repeatable)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cut through everything at a level: L3, L3/L4, ...; a level that is not known is refused with a list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pixels, 1600x1000 unless told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a picture without its ground, to be put on another; its letters are for the ground that is named</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in which language structures are named: {codes}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the lesson that the window opens, or of which something is made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>draw each of its scenes: 1.png, 2.png, …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write its handout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>names, or numbers and lines to write on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answers to the numbers: on last pages, in a file beside, or none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>size of the pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>two scenes on a page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pictures and names alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with the notes of who teaches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what is shown, or the lesson&apos;s first scene, for other programs (.glb) or for printing (.stl, .zip)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what is shown, or the whole lesson, as a page that any browser turns, offline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other facts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other meshes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{option} is not used like this: its value is missing, or it takes none. --help tells more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{options} are not allowed with each other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no argument {word}. --help tells more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no option {option}, or it is not followed by one of {values}. --help tells more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text} is none of {values}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text} is no view; there are {views}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text} is not ID=FORM: a structure and its form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text} is not WIDTHxHEIGHT, such as 1600x1000</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text}: each side must be from 16 to {largest} pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no display to open a window on. Start it from a desktop session, or use --screenshot, --list or --describe, which need none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this display offers no OpenGL 3.2, which the 3D view needs, not even drawn by the processor. Update the graphics driver (on Debian or Ubuntu, type: sudo apt-get install -y libgl1-mesa-dri). --diagnose tells more; --screenshot, --list and --describe need no display.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Getting ready…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show &amp;folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can go on working meanwhile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the program that this computer has for such files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the file is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop; nothing is kept of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {total} done. You can go on working.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is ready.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing on this computer opens such files by itself. It is here: {file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No program to show folders was found. It is here: {file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>It happened %n time(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fault(s) so far; this is the newest.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Something went wrong in the program itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The session goes on. A report says what happened and on what the program runs; nothing in it says who you are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No picture: {file} cannot be written ({why}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No picture: {width} x {height} pixels are more than can be drawn here. Ask for fewer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No picture: there is no OpenGL here. Install a graphics driver or Mesa (libegl1, libgl1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{title}: %n step(s), and nothing wrong</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{title}: %n scene(s), and nothing wrong</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>no model of {name}: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answers are in {file}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No handout: {file} cannot be written ({why}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>... and %n more fault(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The annotations have %n fault(s):</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>All series of bodies together</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{where}, %n bod(y|ies) ({source})</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>There are %n note(s) already; delete some to write more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>note added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>note changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>note deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another window changed this note too: its words are kept as note {numbers}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another window changed this note meanwhile: it stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The notes cannot be written to {file}: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n of its entr(y|ies) (is|are) not sound</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The notes in {file} cannot be read: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The notes in {file} could not all be read ({damage}); that file is kept as {aside}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The notes in {file} are damaged and cannot be put aside: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A note needs some words</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The note has %n letter(s); at most {most} can be kept</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>it is larger than {size} MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds no list of notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your settings could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your settings are of a newer version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your settings are of an older version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{fault} They stay as they are ({why}); the program starts as new and keeps nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{fault} They are kept as {file}; the program starts as new.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} cannot be selected in a body in which it is absent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is not modelled, so it cannot be selected; --describe tells what is known of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no level {name}; there are: {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no structure {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Did you mean {names}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--list prints all of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown option {option}; variations are {options}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} can have no form in a body in which it is absent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no form {form} of {name}; there are {forms}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has no forms to choose from; these have: {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>system libraries are missing. On Debian or Ubuntu type:</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n structure(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of {of} structures shown</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Selected: {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n structure(s) ha(s|ve) no model; the list says why</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a structure in the 3D view, choose one from the list, or begin here:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag turns, the wheel zooms. / searches, ? shows all keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See psoas and iliacus from spine to femur: what they attach to, which nerve supplies them, where their trigger points refer pain, and how to find them by touch. Each fact carries the numbers of its sources; click a number to read them. To learn from, not to diagnose with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put this welcome away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feel the difference: find them by touch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press with a finger: what lies under it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Be asked what you know</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teach a class: lessons that are ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What does a spinal nerve reach?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: present or absent?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes on {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New note on a place of {title} (Esc gives the place up)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Markdown (*.md);;JSON (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The notes cannot be written to {path}: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n letter(s) of what was pasted had no room in a note</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fault(s) in the annotations: the last good ones stay in use.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{words} F8 lists them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Faults in the annotations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Faults, with file, line and what was expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is wrong, and where (Ctrl+C copies)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A class of thirty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Another class</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n on the {side} only</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of {count} lack(s|) {name}</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ha(s|ve) it on both sides</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{lacking}; {both}, {sides}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{form} ({n})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forms: {forms}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show body {number}: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Body {number}: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{side} {form}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on both sides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{p} %: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often bodies have {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The series that the class is drawn from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of the class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same number gives the same class again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw another class (Alt+A)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class &amp;number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seen from the front: the person&apos;s right is at the left. A full bar is there, an empty one is missing; a dot in a bar marks a form that is not the usual one. No series counts right against left in enough bodies, so either side is drawn as likely as the other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>absent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{side} only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{form} on both sides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In this body</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In short</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attached here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Innervation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gives off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Supplies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trigger points and referral</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Variation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Touch with care</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finding it by touch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No page: {file} cannot be written ({why}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No page: nothing is shown. Bring something back first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scene before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next scene</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As at the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>R</source>
        <comment>the person&apos;s right side</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L</source>
        <comment>the person&apos;s left side</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The body: drag to turn it, pinch or use the wheel to come closer, tap for a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This page needs a browser with JavaScript and WebGL 2: any of the last years has them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not modelled yet: known here by name and facts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schematic: it shows where this lies, not its exact shape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FMA id not confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also: {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Absent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attaches to none of these: {places}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From: {nerve}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nerve: {nerve}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not checked at the page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trigger point, {name}: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{zone}: {strength} area, {depth} mm inside its edge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>body</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shown and hidden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ghosts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>overlays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what is lit</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{name} and %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{one} and {other}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>caption</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>names withheld</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drawing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>finger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another body</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>section</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>places of names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>camera</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More of the bar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Ground</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In pixels; large ones have larger letters too, and take a while</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transparent: to be laid on a slide or a poster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written beside the structures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As in the window, {width} x {height}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full HD, 1920 x 1080</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>4K, 3840 x 2160</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>8K, 7680 x 4320: for a poster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transparent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sa&amp;ve as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the picture is to be kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures (*.png)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No picture: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving {file} …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved {file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The spine may lean now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The spine stays upright</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is selected: click a structure first, then H hides it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden. H again brings it back, Shift+H brings back all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is selected: click a structure first, then I isolates it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was put away is back. Shift+H again shows the groups that are away, too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Names in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language of names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name structures in this language; where it has no certain name, in Latin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no picture to save yet: wait until the structures are shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture could not be saved as {file}: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One by one ({n})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All by number ({n})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to a section of the facts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Facts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up and Down step through the facts, Enter lights one, Right and Left unfold and fold its sources, Ctrl+Enter follows its link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click the place that hurts, or choose an area from the facts; Esc ends it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it as a new note (Ctrl+Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace the text of the chosen note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the chosen note (Delete in the list)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All notes as Markdown or JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mend the file, or name another one with --annotations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The annotations cannot be read without {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Annotations: %n structure(s) known, {file}</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>There is no readable {manifest} in {folder}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name a folder of meshes with --meshes, or get the program anew</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) of {folder} (is|are) missing or damaged: {names}</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The structures without a model are listed with the reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Meshes: %n structure(s), {folder}</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{place} cannot be written: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What belongs there is not kept; all else works</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{place}: only %n MB free</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Make some room, or it may not be kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing in the middle of the 3D view: select or turn, then A pins a note there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done: {deed} (Ctrl+Z takes it back)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text of the note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a note; Ctrl+Enter keeps it. A first pins it to a place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a note to change it or to go to its place; the Delete key deletes it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin {number}: </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Structures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fold the list to a strip (Ctrl+B)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the list of structures (Ctrl+B)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search structures (/)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open this page in a window of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the panel (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on {bone}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the name find its place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It hurts here: which muscles?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note on this place…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No matches. Try part of a name (psoas, lesser troch), in English, Latin, German or Spanish; a short form (ASIS, TFL); or a word that a fact would use (flexion, groin).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search structures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Places on bones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the facts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;how</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} of {of}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all of this group, or put all of it away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no model: {problem}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What both have (framed)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All, framed where both have it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare two structures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First structure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The one of the two (Up and Down step)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second structure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The other one (Up and Down step)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light in the 3D view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the 3D view lights of the two: where they are alike, where they differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What both have, and what one of them has</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrow keys: what is entered is lit in the 3D view; Enter keeps it lit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both have</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on with the next step by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The person may stop at any time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share with the class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the page and &amp;hand it round…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address for the class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{address} (this computer only)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By which network the class reaches this computer; the first is the likely one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Network address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without any network: on a memory stick, by mail, in the school&apos;s own cloud</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From now on the class can open the page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is shared after that</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is shared any more: the address leads nowhere now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page could not be made: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page is not made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page is being made…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This address cannot be used ({why}). Choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody can open the page any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Opened by %n device(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The page is being made: {done} of {total}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start makes a page and lets the class open it, by the network that you choose: only this one page, to be read only, under an address that nobody guesses. Nothing else of this computer can be reached through it. It ends with Stop, and when you close this or the program. Until you press Start nothing is shared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does it not open? The devices have to be in the same network as this computer, not in that for guests. If a firewall asks, allow it for private networks. Some schools keep devices apart: then save the page and hand it round.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read aloud (R)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy this step as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before you touch: consent and cautions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When a step was read, the next one is shown and read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the finger off at once (Alt+S)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The step before (Page Up, Alt+B)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next step (Page Down, Alt+N)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End the walk: everything as before (Alt+E)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I do not &amp;know</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;End</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;More about it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Question {n} of {of}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your answer: {answer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your answer: where the finger is now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your answer: what you clicked. Another click changes it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You were: {sure}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Finish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>… or type its name, then Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any of its names, in English, Latin, German or Spanish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See the answer; it comes back soon (key 0)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On to the next question (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All facts of this structure; the round waits (Q leads back)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End the round here; everything is as before (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click it in the 3D view. Drag turns, P takes a layer away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose, or click it in the 3D view.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press on the skin, drag to aim, push with the wheel or + and −. Drag with the right button to turn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click the place on the body in the 3D view.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Caution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you feel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When it feels wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Told apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By movement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Educational, not clinical advice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step {n} of {of}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sources and what cites them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right opens what rests on a source, Enter goes to a fact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cited by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By touch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preparing the 3D view …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading the structures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the structures … {done} of {of}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3D view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The annotations were read again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Faults</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No structure here has forms to choose from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window can open here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no display to open a window on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start it from a desktop session. --screenshot, --list and --describe need none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Display: {platform}, {screens}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is small: fold the list with Ctrl+B, or fill the screen with F5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No graphics card is at work, the processor draws. It works; turning may be slower</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OpenGL 3.2 is not there: {seen}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The graphics could not be looked at: the process that tried {end}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The processor can draw instead ({name})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update the graphics driver, or put Mesa&apos;s opengl32.dll beside python.exe to have the processor draw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update the graphics driver; on Debian or Ubuntu, type: {command}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>did not come to an end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ended with {code} ({last})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ok</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This Python is too old</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install Python {wanted}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Libraries of Python are missing: {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type: {python} -m pip install -e .</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System libraries are missing: {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On Debian or Ubuntu, type: {command}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All system libraries that a window needs are there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory: {total} MiB, {free} MiB of it free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close other programs if it gets slow</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n processor core(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Turning may be slow with one core</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seen from another machine, by {ways}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every frame goes over the network: a small window turns more smoothly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The display is in memory (Xvfb): nobody sees it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A virtual machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If turning is slow, switch on 3D acceleration in its settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iliopsoas, report of {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run before ended with this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{cores} cores, {free} of {total} MiB of memory free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The log cannot be written to {folder}: {why}. All else works.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It crashed before it could draw, so the processor draws now; see the Window menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The graphics card offers too little, so the processor draws ({name}); turning may be slower</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawn by the processor ({name}), without a graphics card; turning may be slower</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no log: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report is copied: paste it where you want to send it from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It went wrong again: {fault}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program did not end well last time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program did not end well last time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring back what was shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Selection, what is hidden and where you stood; undo takes it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on as it is; what was shown then is forgotten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is larger than {most} bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds no surface</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} triangles are more than {most}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not all of its faces are triangles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no points in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a point is not a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a face names a point that is not there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no faces in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its point array &quot;{name}&quot; is missing or of another kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a normal is not a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is unreadable as VTK PolyData: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is no number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no PolyData in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it ends too soon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too many tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no sound XML ({fault})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no XML</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its tags are too long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nested too deeply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is in several pieces; save it as one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>definitions of entities are not read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its arrays are too large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its numbers are written as very long text; save it in binary form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is written in an unknown way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too many blocks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no sound base64</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>something other than numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is compressed by {name}; save it compressed by zlib or not at all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no sound compression</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a block is not as long as it should be</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{word} is not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{promised} bytes where there should be {expected}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is no name of a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is a folder, not a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not an ordinary file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another window holds {lock}; try again, and where no other window is open, delete that file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This note was changed in two windows at once. The words of the other window:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The processor draws from the next start on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The graphics card draws from the next start on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything is shown, from the skin. P takes a layer away, Shift+P puts it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken away: {names} (Shift+P puts it back)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No layer is left to take away. Shift+P puts the last one back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back again: {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No layer was taken away: P takes away the outermost one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{structure}: {landmark}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{depth} mm deep: on {name}, where a finger ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{depth} mm deep: {place}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next in {mm} mm: {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This way meets no muscle that is sought by touch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Depths are those of one sculpted body whose tissues lie at rest: a hand pushes them aside. Fat, fascia and peritoneum are not sculpted: they are the gaps. Educational, not clinical advice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fat, fascia (not sculpted)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Peritoneum, fat (not sculpted)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fascia, fat (not sculpted)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on the skin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meets {name} at {enter} mm, leaves it at {leave} mm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meets {name} at {enter} mm, leaves it at {leave} mm and meets {other} at {next} mm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: the finger touches it. Take care.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: the finger touches it. Keep off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: on this way, {ahead} mm deeper.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {apart} mm beside the way, at {deep} mm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was moved or deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program holds the log of your practice, {file}. Close it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The log of your practice, {file}, may not be written. Let this program change it and its folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk takes no more of the log of your practice, {file}. Make room on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The log of your practice, {file}, cannot be used: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A newer version of this program made the log of your practice, {file}. Use that version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The log of your practice was damaged. It was kept as {aside}, and a new one was begun.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the log of your practice should be, {file}, is no ordinary file. Move it away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can go on; but as long as that is so, what you answer is lost when the program ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} was deleted in another window; the last answer was not kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Me</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A name has at least one letter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place your finger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nerve roots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Referred pain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where pain goes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Variants</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own questions</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n known</source>
        <comment>cards</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to repeat</source>
        <comment>cards</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <comment>cards</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{day}: %n answer(s), {right} % right, {sure} % sure</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Say how sure you are with each answer: here stands then how often you were right to be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When you were sure, {part} % was right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When you guessed, {part} %.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When you were fairly sure, {part} %.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>missed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to repeat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are surer than you can be: look twice before you say that you are sure.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You know more than you think: trust yourself a little more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You know what you know.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where does {name} begin (origin)?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where does {name} end (insertion)?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It holds on to several; each of these is right: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is this?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which is absent here?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click on: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which nerve supplies {name}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From which roots is {name} supplied?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More than one reading is sourced; each counts as right. They are listed below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of a hundred people, about how many have no {name} on either side?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Groups and texts differ; this is what the bodies counted so far give together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On neither side: it is there on both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the person&apos;s right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the person&apos;s left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On both sides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On which side is {name} missing in the body that is shown now?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About {number} of 100</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: how often missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: on which side missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No. It is: {right}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several structures are called that. Say it more exactly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Almost: that is the one on the other side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You clicked: {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a place on the skin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right: inside the area.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Almost: {mm} mm beside the area.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No: the area is elsewhere. It is shown now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is: {right}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is shown now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No, not {said}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No, not {said}. It is: {right}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text} On the {side}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{mm} mm deep, {place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>between the layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It went through {names}: a finger keeps off that. Take it out, and begin at another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From there it is {mm} mm to {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is {name}, but {mm} mm from the place that was asked for. {advice}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The fingertip is in {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The fingertip touches {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{mm} mm short of it: you are {place}. Sink deeper.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{mm} mm too deep: you are {place}. Let the finger come out a little.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{mm} mm beside it: you are {place}. {advice}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go up, towards the head.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go down, towards the feet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go towards the back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go towards the front.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go medially.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go laterally.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passed on the way: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mind: {name} lies {mm} mm beside the way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it cannot be read: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not SVG: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds a declaration, such as a document type or a style sheet; only shapes are shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds too many shapes, or shapes in shapes; {most} are enough</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds both dashes and a transform; one of them can be shown at a time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds {name}, which is no plain shape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its viewBox is missing, or too flat; four numbers are expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has {key}, which is not shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to keep off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The section could not be saved as {file}: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Section along the finger&apos;s way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press on the skin in the 3D view, or choose a place to begin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press: lay the finger. Drag: aim. Wheel, + and −: push. Arrow keys move it, with Shift they aim.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{depth} mm below the skin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin at a known place …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no skin there: press on the body, or drag beside it to turn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place to begin from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the palpation steps start, on either side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Depth of the fingertip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How deep the fingertip is, in mm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the finger come out; hold for more (− in the 3D view)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deeper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sink deeper; hold to go on, as with the breath out (+ in the 3D view)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other plane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut across the body or along it (Shift+E)</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n structure(s) are still being read: what they would add is not told yet.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>What lies under the finger, from the skin inwards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Depth and thickness along the way; Enter or a click selects in the 3D view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from mm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>thick mm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, from {enter} to {leave} mm, {thick} mm thick</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>schematic: its place is shown, not its shape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the fingertip is here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{depth} mm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>R</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fat and fascia</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut across the body along the finger&apos;s way, seen from below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut along the body through the finger&apos;s way, as the person lies; the head is at the left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tissues lie at rest. Ground between them: fat, fascia and peritoneum, not sculpted. * Schematic: its place is shown, not its shape. Numbers: the order in which they are met.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No finger is on the skin yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save the section…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy the section</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Other plane of the section</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no section yet: press on the skin first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures (*.png);;Vector pictures (*.svg)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the section</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The section is copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you know, by sort of question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right answers and sureness, day by day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Add a learner…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Rename…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Delete all of this learner…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a learner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete a learner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Delete “{name}”: %n answer(s), the progress, and what is to be asked again?</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>This cannot be taken back. Export first what you want to keep.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Damaged logs that were kept may still hold answers; delete them yourself: {files}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} was deleted, from the disk too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} was deleted. Traces stay on the disk until no window uses the log and it can be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name, as you like; it stays on this computer:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who &amp;learns:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who learns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everybody has answers of their own (Up and Down step)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chan&amp;ge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add, rename or delete a learner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add, rename or delete a learner (Alt+G)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how sure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say what the plot shows, day by day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Delete…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept on this computer alone, in {file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answers cannot be written to {path}: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is practised yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Practise these</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Practise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table (*.csv);;JSON (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ten questions take some five minutes. What you miss comes back tomorrow, and what you know comes back just before you would forget it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Questions on what is weakest (Alt+P)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All your answers as a table or as JSON (Alt+X)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All that is kept of this learner (Alt+D)</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>on %n day(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) known</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to repeat.</source>
        <comment>cards</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Weakest now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing fades at the moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{answer} (key {key})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>right: {answer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>your answer, wrong: {answer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Ask those again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A&amp;nother round</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} of {of} right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right, but guessed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Went well</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{told} (you were sure)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go there and read about it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A round of those that were not right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose what to be asked next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Lay it in the middle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your finger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{mm} mm deep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not on the skin yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the finger come out (− in the 3D view)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sink deeper (+ or the wheel in the 3D view)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For the keyboard: then the arrow keys move it, with Shift they aim, + and − push</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The fingertip is where it was to go (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n fault(s) in files of questions; the page Train lists them</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Open questions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Questions (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) added</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>A structure is shown: what is it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A name is told: click the structure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where does a muscle begin, where does it end?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which nerve, from which roots?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which muscle sends pain there, and where to?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often is a muscle missing, on which side?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reach a muscle through the skin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New lesson</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready to give</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open lately</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Questions from files of a teacher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Begin</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) should come back today.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing has to come back today.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{learner}: {told}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n fault(s) in files of questions; the other files are asked:</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n question(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>What is due, then new ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only what is due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only new ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is shown at the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All their neighbours too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What do you want to be asked?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Questions about</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Faults in files of questions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin the round; it can be left at any time (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many questions the round has</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What has to come back, what was never asked, or everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of what</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which structures are asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a guess</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fairly sure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How sure are you?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1  A guess</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You guessed (key 1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2  Fairly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are fairly sure (key 2 or Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3  Sure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are sure (key 3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your &amp;progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you know and what is to be repeated (Shift+Q)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The 3D view is still being prepared. Try again in a moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing of that to be asked now. Choose more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose what to be asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press on the skin first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n structure(s) are still being read. Try again in a moment.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Space ticks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before you touch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Be&amp;gin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read for st&amp;udy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Movement instead…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask first, whoever lies there, and each time. Tick what you have asked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Consent: I have asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cautions: this does not apply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If one applies or you are not sure, do not touch: to a doctor first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n to tick still</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>To the first step (Alt+G)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alone, with nobody to touch: nothing needs to be ticked (Alt+U)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exercises in which the person moves and nobody is touched (Alt+M)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alone, with nobody to touch? Then read it for study.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which walk to take (Up and Down step)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Walk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The person&apos;s right side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The person&apos;s left side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading aloud needs one more part of Qt. Type: pip install pyside6-addons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading aloud needs a library of the system: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This system has no voice to read with. On Linux install speech-dispatcher and espeak-ng.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What this step says (Ctrl+C copies what is chosen)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawing: how the person lies or stands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Ask again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The finger is off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say that you have stopped, and wait. No reason needs to be given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What comes next is the person&apos;s choice: to rest, to move, to be asked again, or to end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to consent and cautions, before anything goes on (Alt+A)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Walks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a walk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Walks (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) of walks cannot be read</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Guided walks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is wrong with them, and where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Faults in files of walks, with file, line and what was expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These files are left out until they are mended; all others work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No walks here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model: the name of {file} has to end in one of {endings}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model: nothing is shown. Bring something back first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model: {file} cannot be written ({why}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Educational, not clinical advice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it would be larger than {size} MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, {distance} mm lower</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, {distance} mm higher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, {distance} mm to the right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, {distance} mm to the left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, {distance} mm to the front</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, {distance} mm to the back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Section across</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Section from front to back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Section from side to side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Section: {level}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures: Iliopsoas anatomy viewer, CC BY 4.0 (creativecommons.org/licenses/by/4.0)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For the speaker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What do the numbers show?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A lesson</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of which lesson? Name its file with --lesson.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lesson has no scenes yet, so there is nothing to draw.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No pictures: the folder {folder} cannot be made ({why}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no font to write with. On Debian or Ubuntu type:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every name is gone: Y reveals one, Shift+Y asks for the next, U or Esc ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A body as it may come in: Y reveals what it lacks, Shift+Y brings the next one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer or leave the questions of this round first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything that is seen has its name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reveal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names are withheld: click what you want to ask for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{question} Revealed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{question} The class does not see this:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The screen is blank: any key brings the picture back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw with the left button; the right one turns. Esc ends, X wipes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to draw on here: begin on a structure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Red</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Green</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>White</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Black</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eraser: takes a whole line away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thin line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Medium line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thick line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the body (Shift+V): lines turn with it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the last line away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wipe everything away (X)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End drawing (V, Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Console</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Come back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Freeze</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spotlight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scene before (Page Up)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next scene (Page Down)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scene {number} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page Down shows the first scene</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No lesson is open. J makes one, Ctrl+O opens one; the class sees this picture meanwhile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time of day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time since the lesson began</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Count from now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs a second screen with the stage on it (F5): on one screen the class sees what you see</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page Down: on. Esc: to your notes, F5: here again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End of the lesson</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the first scene</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no scene {number}: the last one is {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The spotlight follows the pointer. Ctrl and the wheel: its size, Esc: end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The class sees the screen {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is another screen now: F5 shows the stage on it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The other screen is gone: the stage is here now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag the frame, or [ and ]: move the section. Ctrl+Page Down: the next level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Across</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the front</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Section</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Way of the section</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which way the section runs (Shift+S: the next)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Level of the section</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the section lies, by name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place of the section</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the section</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The class sees a blank screen. The full stop brings the picture back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frozen: the class sees the picture from before. Z lets go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the class sees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lesson “{title}” has changes that are not saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are lost unless you save them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} was changed since you opened it, by another window or program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving puts your lesson in its place: what was changed there is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save &amp;as another file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Overwrite it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a lesson</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lessons (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the lesson</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A lesson is made of scenes. Set up the 3D view as the class shall see it, then press K: that is the first scene. Go on like this, and F5 gives the lesson.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Or take one that is ready, as it is or to change it:</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{title}, %n scene(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Lesson without a title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new lesson</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing of this lesson can be shown: {file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lesson opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{title}: %n scene(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>lesson brought back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} could not be read whole, so it is not written over. Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is in the program&apos;s own folder. Choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lesson could not be saved to {file}: {why}. It is still open, and nothing of it is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved: {file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add scene</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n scene(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Title of the lesson</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the lesson is called</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it is about</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the lesson is about</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A sentence or two, printed below the title of a handout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the lesson is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which lesson</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New, open, save; lessons that are ready, and your own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not saved yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changes not saved: {file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>saved: {file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard it</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) in this file cannot be shown. The file stays as it is; saving asks for another name.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The program ended before “{title}” was saved (%n scene(s)).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>About this lesson</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What of the lesson cannot be shown, with its place in the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is wrong in the file, and where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lesson as it was; save it then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is forgotten for good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the scene (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the scene show what is shown now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the scene up (Ctrl+Up)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the scene down (Ctrl+Down)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate the scene</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the scene (Delete)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scene added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scene {number} added: {title} (Ctrl+Z takes it back)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scene {number} added (Ctrl+Z takes it back)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scene changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scene {number} shows what is shown now (Ctrl+Z takes it back)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scene duplicated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scene deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scene {number} deleted: {title} (Ctrl+Z brings it back)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scene moved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>words of a scene</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>title of the lesson</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>words about the lesson</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A lesson holds at most {most} scenes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Caption for the class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the class reads below the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes for you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What only you read while you teach</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{lines} of {most} lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{lines} lines; {most} fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length of the caption</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>So many lines can be read well from the last row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Capt&amp;ion for the class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>N&amp;otes for you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title of the scene</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the scene is called (F2 in the list)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scenes of the lesson</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter or double click shows a scene; drag it, or Ctrl+Up and Ctrl+Down, to move it; Delete deletes it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scene {number}: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on now</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Add the %n source(s) of what is lit</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Sources of the scene</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sources of caption and notes; Delete takes one away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a source: type an author or some of the title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a source: author or title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sources of the facts that are lit in this scene</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The handout could not be begun: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the handout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Names beside what they name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A &amp;test: numbers, and lines to write on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Captions and sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;My notes: a copy for the speaker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What stands behind the numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the last pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In a file of their own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scenes on a page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two only where their words are short enough</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of the pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>US Letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In a test they stand with the answers, as they tell the names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To learn from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers point at what is to be named; nothing on its pages tells the names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the PDF is to be kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A PDF to print or to send: a picture of each scene, every word of it sharp and searchable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was making it ended unexpectedly, and nothing was written. Please try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was written, and no reason was told.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It could not be begun: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It did not go on, so it was stopped. Nothing was written. Please try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page for a browser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the page is to be kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One file that any browser opens, without this program and without the internet. Students turn the body, tap for names, put structures away and step through the scenes. Captions, sources, drawings, attachments, pain zones and the section go along; names beside the structures and your notes do not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address as a QR code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For the camera of a telephone or a tablet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>glTF: colours and names, for other programs (*.glb)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>STL in millimetres, a file for each structure (*.zip)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>STL in millimetres, all in one, for 3D printing (*.stl)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3D model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages (*.html)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was written: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;What is shown now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All of its scenes, with captions and sources; the notes for you stay here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One scene: what the 3D view shows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without a title</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The &amp;lesson: {title}, %n scene(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>language</name>
    <message>
        <source>{library} is missing from the program&apos;s folder {folder}. Unpack it anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the library {library} is missing from {python}. Type: {python} -m pip install -e {folder}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
