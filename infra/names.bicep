// Every name that more than one file needs. They follow from the token alone, so that they are known before anything is deployed:
// files find each other's resources by name, and a snapshot of the whole says where everything lies.

@export()
func identityName(token string) string => 'id-ingest-${token}'

@export()
func workspaceName(token string) string => 'log-ingest-${token}'

@export()
func insightsName(token string) string => 'appi-ingest-${token}'

@export()
func hostAccountName(token string) string => 'sthost${token}'

@export()
func dataAccountName(token string) string => 'stdata${token}'

@export()
func topicName(token string) string => 'evgt-ingest-${token}'

@export()
func appName(token string) string => 'func-ingest-${token}'

@export()
func networkName(token string) string => 'vnet-ingest-${token}'

// Containers, queues and tables. The code knows them as well; tests/Ingest.Infra.Tests holds them to it.

@export()
@description('Of the host account: the app\'s package.')
var packages = 'packages'

@export()
@description('Of the data account: where articles are dropped, what is made of them, and events that could not be delivered.')
var containers = { articles: 'articles', extractions: 'extractions', deadLetters: 'deadletters' }

@export()
// https://github.com/Azure/azure-sdk-for-net/blob/main/sdk/storage/Microsoft.Azure.WebJobs.Extensions.Storage.Queues/src/Listeners/QueueListenerFactory.cs
@description('Of the data account. What the host gives up on goes to the queue NAME-poison, unless NAME ends so itself: then it stays where it is.')
var queues = {
  poison: 'webjobs-blobtrigger-poison'
  deleted: 'blob-deleted'
  poisonOfDeleted: 'blob-deleted-poison'
}

@export()
@description('Of the data account.')
func tableNames(prefix string) string[] =>
  map(['Articles', 'ArticlesByDay', 'MentionsByEntity', 'QuotesBySpeaker', 'Failures'], name => '${prefix}${name}')
