import { wordList } from "./word-list.ts";

/** Arabic, Berber, Persian, Kurdish, Somali and Ethiopian given names in the usual transliterations. Small letters. */
export const ARABIC_GIVEN_NAMES = wordList(`
  abbas abdallah abdel abdelaziz abdelhak abdelkader abdelkarim abdellah abderrahim abderrahmane abdessamad
  abdi abdirahman abdou abdul abdulaziz abdullah abdullahi abdulrahman abebe adel adil adnan afaf ahlam
  ahmad ahmed aisha akbar akram alaa ali alia aliya amal amani amin amine amir amjad ammar anas anwar arash
  arezoo arif asad asma asmaa atef awatif ayaan ayan ayman aziz aziza azadeh azam badr bahar bahram bashir
  basma basel bassam behnaz behrouz bijan boutros brahim bushra daoud dalia dariush dina ebrahim ehab elham
  emad eman esmail fadi fadel fahad fahd faisal faiza farah farhad farhan farid farida farouk farzaneh
  fatemeh fathi fatma fatoumata fawzi fereshteh firouz firas ghada ghassan golnaz habib habiba hadi hadiya
  hafsa haidar haitham hakim hamad hamdi hamid hamida hamed hamoud hani hania haris haroon haroun hashim
  hassen hatem hayat hayder heba hend hisham hodan hoda hossein houcine houssam hussain hussein hussam
  ibrahim ibtissam idris idriss iman inas intisar iqbal ishaq islam ismael issa jaber jabir jafar jalal
  jaleh jamil jamilah javad jawad jihad jilali kaltouma kamal kamran karam karim kaveh khaled khalid khalifa
  khalil khalida khawla kourosh lamia layla leyla lina lubna luqman mahdi mahmood mahmoud mahnaz majid
  majida malak malek manal mansour mansoor mariam marwa marwan maryam masoud maysa mehdi mehran mehrdad
  mehrnaz mina mitra moez mohamad mohammad mohamud mohsen mohsin moktar mona moncef morteza mostafa mouhamed
  moussa mubarak muhammad muhammed muhsin mukhtar munir murtaza musa mustafa muna nabila nada nader nadim
  nadir nahid nahla naim naser nasima nasir nasreen nasrin nassim nasser nawal nawaf nazanin nazir negar
  nesrine niloufar nizar nour noura nur nura omid osama osman othman ouardia parisa parvin parviz payam
  qasim rabia rafiq raja ramadan rami ramin ramzi rana rasha rashid rayan reem reza riad rida rim riyad roya
  rouhollah roxana saad saadia sabah sabir sabrine safa safia sahar sahra saif sajid salah salem saleh salim
  salima salman samer samia samih samir sami saman sara sarra sayed sayid selim shadi shahid shahin shahla
  shahram shaima shakir sharif sherif shirin shokoufeh siavash sofiane sohrab soheil soraya souhail suhail
  sulaiman suleiman sumaya taha taher tahir tahira talal talib tamer tareq tariq tawfiq tigist umar umm
  usama usman wafa wael wahid waleed walid wassim warsame wissam yahya yahia yacine yacoub yaqub yasir
  yasmeen yasser yazid younis yousef yousif youssouf yunus yusra yusuf zahid zahir zahra zain zainab zaki
  zakia zaynab zeinab ziad zied zineddine ziyad zohreh zubair zuhair
  yasmin
`);
