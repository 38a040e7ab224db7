//! The policy, as a table of examples. Each block is a document of its own; `?` stands before
//! query parameters, `=` before an `operationId`, `#` before tags.

use super::{Lock, OperationFacts, Reserved, plan_operations};

const POLICY: &[(&str, &str)] = &[
    (
        "A collection and its items. The tags are chopped titles, the ids mechanical.",
        "
        GET    /groups                                       groups.list #Groups =GroupsGet
        GET    /groups/{groupKey}/upcomingMeetings           groups.upcoming_meetings #Upcoming,Meetings,By,Group
        GET    /groups/{groupkey}/organizers                 groups.organizers #Organizers,By,Group
        POST   /groups/{groupKey}/organizers                 groups.create_organizer
        GET    /organizers                                   organizers.list ?email #Organizer,By,Email
        POST   /organizers                                   organizers.create #Organizer
        DELETE /organizers                                   organizers.delete_by_email ?email #Organizer,By,Email
        GET    /organizers/{organizerKey}                    organizers.get #Organizer =OrganizersByOrganizerKeyGet
        PUT    /organizers/{organizerKey}                    organizers.update #Organizer =OrganizersByOrganizerKeyPut
        DELETE /organizers/{organizerKey}                    organizers.delete #Organizer
        GET    /organizers/{organizerKey}/attendees          organizers.attendees ?startDate,endDate
        POST   /meetings                                     meetings.create #Meeting
        PUT    /meetings/{meetingId}                         meetings.update
        GET    /meetings/{meetingInstanceKey}/attendees      meetings.attendees #Attendees,By,Meeting
        GET    /meetings/{meetingId}/start                   meetings.start #Meeting,Link =MeetingsStartByMeetingIdGet
        GET    /historicalMeetings                           historical_meetings.list ?startDate,endDate
        GET    /upcomingMeetings                             upcoming_meetings.list
        ",
    ),
    (
        "Collections as a whole, and things that exist once.",
        "
        DELETE /alerts                                       alerts.delete_all
        PUT    /alerts                                       alerts.update
        GET    /me                                           me.get
        PATCH  /me                                           me.update
        GET    /settings                                     settings.get
        HEAD   /files/{id}                                   files.exists
        GET    /search                                       search.search
        POST   /login                                        login.login
        ",
    ),
    (
        "Sub-collections, their items, and deeper ones: parents in the singular.",
        "
        GET    /repos/{owner}/{repo}/issues                  repos.issues
        POST   /repos/{owner}/{repo}/issues                  repos.create_issue
        GET    /repos/{owner}/{repo}/issues/{number}         repos.issue
        PATCH  /repos/{owner}/{repo}/issues/{number}         repos.update_issue
        DELETE /repos/{owner}/{repo}/issues/{number}         repos.delete_issue
        GET    /repos/{owner}/{repo}/issues/{number}/labels  repos.issue_labels
        POST   /repos/{owner}/{repo}/issues/{number}/labels  repos.create_issue_label
        PUT    /repos/{owner}/{repo}/issues/{number}/labels  repos.update_issue_labels
        GET    /repos/{owner}/{repo}/git/tags/{sha}          repos.git_tag
        ",
    ),
    (
        "A verb at the end of the path.",
        "
        POST   /apps/{id}/restart                            apps.restart
        POST   /apps/{id}/messages/{message}/move            apps.move_message
        POST   /apps/{id}/reports/sendReminders              apps.reports_send_reminders
        POST   /apps/{id}/connect_tokens                     apps.create_connect_token
        PUT    /gists/{id}/star                              gists.star
        DELETE /gists/{id}/star                              gists.delete_star
        POST   /users/{id}/subscription                      users.create_subscription
        ",
    ),
    (
        "Who shares a name climbs; who has the better right to it holds on.",
        "
        PUT    /files/{id}                                   files.replace
        PATCH  /files/{id}                                   files.update
        GET    /files/{id}/lock                              files.get_lock
        POST   /files/{id}/lock                              files.lock
        GET    /email                                        email.list
        GET    /email/{id}                                   email.get
        GET    /v1/alarms                                    alarms.list_v1
        GET    /v2/alarms                                    alarms.list_v2
        GET    /ids.json                                     ids.list_json
        GET    /ids.xml                                      ids.list_xml
        GET    /maps/{name}                                  maps.get_by_name
        GET    /maps/{zone}/{name}                           maps.get_by_zone_and_name
        GET    /boxes/{id}                                   boxes.get
        GET    /boxes/{id}/                                  boxes.get_slash
        ",
    ),
    (
        "Two nouns with one singular are spelled as the path has them.",
        "
        GET    /accounts/{id}/people                         accounts.people
        POST   /accounts/{id}/people                         accounts.create_people
        GET    /accounts/{id}/people/{person}                accounts.get_people
        PUT    /accounts/{id}/people/{person}                accounts.update_people
        GET    /accounts/{id}/persons                        accounts.persons
        POST   /accounts/{id}/persons                        accounts.create_persons
        GET    /accounts/{id}/persons/{person}               accounts.get_persons
        PUT    /accounts/{id}/persons/{person}               accounts.update_persons
        ",
    ),
    (
        "A thing below its kind keeps all its words, where nothing is left but what describes it.",
        "
        GET    /accounts/{id}/external_accounts              accounts.external_accounts
        GET    /invoices/{id}/OnlineInvoice                  invoices.online_invoice =onlineInvoice
        POST   /work/rejectWork                              work.reject
        ",
    ),
    (
        "Versions, prefixes and endings are skipped.",
        "
        GET    /api/v2.0/users/{id}.json                     users.get
        GET    /rest/1/orders                                orders.list
        GET    /{version}/items/{item}                       items.get
        GET    /followers/ids.json                           followers.ids
        GET    /worksheets(<id|name>)/charts                 worksheets.charts
        GET    /drive/root:/{item-path}:/children            drive.root_children
        ",
    ),
    (
        "Calls instead of resources.",
        "
        POST   /chat.postMessage                             chat.post_message
        GET    /admin.users.session.list                     admin.list_users_session
        POST   /?Action=DescribeInstances                    instances.describe
        POST   /?Action=CreateVpc                            vpcs.create
        GET    /rest/?method=photos.getSizes                 photos.get_sizes
        POST   /create/entry.json                            entries.create
        POST   /projects/{id}:copy                           projects.copy
        POST   /teams/settings.setDescription                teams.settings_set_description
        POST   /users.setTeams                               users.set_teams
        POST   /rest/?method=sets.geo.correctLocation        sets.geo_correct_location
        ",
    ),
    (
        "The root of everything says nothing.",
        "
        GET    /service/category/action/list                 category.list
        GET    /service/category/action/get                  category.get
        POST   /service/baseentry/action/addContent          base_entry.add_content =baseEntry.addContent
        GET    /service/media/action/list                    media.list
        GET    /service/media/action/get                     media.get
        ",
    ),
    (
        "A first parameter that is always another one is the resource.",
        "
        GET    /{album}                                      album.get
        GET    /{album}/photos                               album.photos
        GET    /{group}/feed                                 group.feed
        POST   /{page}/feed                                  page.feed
        GET    /{user}/feed                                  user.feed
        ",
    ),
    (
        "A first parameter that is always the same is not.",
        "
        GET    /{realm}/users                                users.list
        GET    /{realm}/users/{id}                           users.get
        ",
    ),
    (
        "Real tags are the groups, and ids that a person wrote the methods, less the group's words.",
        "
        GET    /containers/json                              containers.list #Container =ContainerList
        POST   /containers/create                            containers.create #Container =ContainerCreate
        GET    /containers/{id}/archive                      containers.archive #Container =ContainerArchive
        PUT    /containers/{id}/archive                      containers.put_archive #Container =PutContainerArchive
        POST   /build                                        images.build #Image =ImageBuild
        GET    /images/json                                  images.list #Image =ImageList
        DELETE /images/{name}                                images.delete #Image =ImageDelete
        POST   /containers/{id}/exec                         exec.create #Exec =ContainerExec
        POST   /exec/{id}/start                              exec.start #Exec =ExecStart
        DELETE /images/{id}/layers                           images.delete_layers #Image =imageLayersDelete
        POST   /pools/{id}/removelayers                      images.pool_remove #Image =Pool_RemoveImages
        GET    /images/{id}/tags/{tag}                       images.get_tag #Image =imageGetTag
        GET    /images/{id}/tags/by_name/{name}              images.get_tag_by_name #Image =imageGetTagByName
        ",
    ),
    (
        "What programs put into ids is left out: the method, numbers, words that stand twice.",
        "
        POST   /v1/3d_secure                                 three_d_secure.create =Post3dSecure
        POST   /employer/{id}/pensions                       employer.create_pension =PostPension
        POST   /lease/revoke                                 lease.revoke =LeaseRevoke2
        PATCH  /jobs/{id}                                    jobs.patch =Job_Patch
        PUT    /jobs/{id}                                    jobs.update =Job_Update
        POST   /pods/{name}/rollback                         pods.create_rollback =createPodRollbackRollback
        ",
    ),
    (
        "Titles as ids: verbs that end in -ing, a preposition that belongs to its verb, what the path says again.",
        "
        GET    /file/                                        file.retrieve_information =retrieving-file-information
        DELETE /file/                                        file.delete =deleting-a-file
        GET    /athlete                                      athlete.get_logged_in_athlete =getLoggedInAthlete
        GET    /athlete/activities                           athlete.get_logged_in_activities =getLoggedInAthleteActivities
        POST   /clubs/{id}/join                              clubs.join =joinClubById
        GET    /alerts/configs/{id}                          alerts.list_by_subject =listing-alerts-by-subject
        POST   /alerts/recipient                             alerts.recipient =-alerts-recipient-
        GET    /alerts                                       alerts.list ?check_id,severity =-alertscheck-idcheck-idampseverityseve
        GET    /listings/new                                 listings.new =listing-new
        GET    /carriers/getcarrier                          carriers.getcarrier ?carrierCode =carriers.getcarrier_carrierCode_carrierCode.get
        ",
    ),
    (
        "The class before an underscore, where the group is another one.",
        "
        GET    /hotel/hotels/{id}/codes                      hotel.get_codes =Codes_GetCodes
        GET    /hotel/hotels/{id}/rateplans/{code}           hotel.get_plan =RatePlans_GetPlan
        GET    /hotel/hotels/{id}/rooms                      hotel.rooms_get_all =Rooms_GetAll
        GET    /hotel/hotels/{id}/beds                       hotel.beds_get_all =Beds_GetAll
        ",
    ),
    (
        "An action that is the method says no more than the path.",
        "
        POST   /recipe                                       recipe.create =Recipe_Post
        POST   /recipe/review/{id}/replies                   recipe.create_review_reply =Review_PostReply
        GET    /grocerylist                                  grocery_list.get =GroceryList_Get
        POST   /grocerylist/item                             grocery_list.item =GroceryList_Post
        ",
    ),
    (
        "What three fifths of a large document have in common is no group, where groups are behind it.",
        "
        GET    /projects                                     projects.list
        POST   /projects                                     projects.create
        GET    /projects/{id}                                projects.get
        POST   /projects/{id}/archive                        projects.archive
        GET    /projects/{id}/issues                         issues.list
        POST   /projects/{id}/issues                         issues.create
        GET    /projects/{id}/issues/{issue}                 issues.get
        PUT    /projects/{id}/issues/{issue}                 issues.update
        GET    /projects/{id}/issues/{issue}/notes           issues.notes
        GET    /projects/{id}/builds                         builds.list
        GET    /projects/{id}/builds/{build}                 builds.get
        POST   /projects/{id}/builds/{build}/retry           builds.retry
        GET    /projects/{id}/hooks                          hooks.list
        POST   /projects/{id}/hooks                          hooks.create
        DELETE /projects/{id}/hooks/{hook}                   hooks.delete
        GET    /users                                        users.list
        GET    /users/{id}                                   users.get
        GET    /groups                                       groups.list
        GET    /groups/{id}                                  groups.get
        GET    /keys                                         keys.list
        GET    /runners                                      runners.list
        GET    /version                                      version.get
        ",
    ),
    (
        "A tag that stands deeper in the path; the parents speak up on a collision.",
        "
        GET    /{realm}/roles                                roles.list #Roles
        GET    /{realm}/roles/{role-name}                    roles.get #Roles
        GET    /{realm}/clients/{id}/roles                   roles.client_roles #Roles
        GET    /{realm}/clients                              clients.list #Clients
        POST   /{realm}/clients                              clients.create #Clients
        ",
    ),
    (
        "Words that Rust keeps for itself, and nothing to make a word of.",
        "
        POST   /items/{id}/move                              items.move_
        GET    /type                                         type_.get
        GET    /3d_secure/{id}                               three_d_secure.get
        GET    /                                             root.get
        GET    /{id}                                         id.get
        ",
    ),
];

/// A line of the table: method, path, the name, and the marked facts.
pub(super) fn example(line: &str) -> (OperationFacts<'_>, &str) {
    let mut words = line.split_whitespace();
    let mut facts = OperationFacts {
        method: words.next().unwrap_or_default(),
        path: words.next().unwrap_or_default(),
        ..OperationFacts::default()
    };
    let name = words.next().unwrap_or_default();
    for word in words {
        let (mark, rest) = word.split_at(1);
        match mark {
            "?" => facts.query = rest.split(',').collect(),
            "=" => facts.operation_id = Some(rest),
            _ => facts.tags = rest.split(',').collect(),
        }
    }
    (facts, name)
}

#[test]
fn every_example_holds() {
    let mut wrong = Vec::new();
    for (title, document) in POLICY {
        let lines = document.lines().filter(|line| !line.trim().is_empty());
        let (operations, wanted): (Vec<_>, Vec<_>) = lines.map(example).unzip();
        let named = plan_operations(&operations, &Lock::default(), &Reserved::default());
        for ((facts, name), wanted) in operations.iter().zip(&named).zip(wanted) {
            let name = name.in_lock();
            if name != wanted {
                wrong.push(format!(
                    "{title}\n{} {}: {name}, not {wanted}",
                    facts.method, facts.path
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn an_operation_alone_has_the_name_it_has_among_others() {
    for line in POLICY[0].1.lines().filter(|line| !line.trim().is_empty()) {
        let (facts, wanted) = example(line);
        let named = plan_operations(&[facts], &Lock::default(), &Reserved::default());
        assert_eq!(named[0].in_lock(), wanted);
    }
}
